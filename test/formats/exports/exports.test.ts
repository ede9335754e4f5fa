/** Every exporter: what it says about itself, and what its reader refuses. Other programs: programs.test.ts. */
import type { GrainModel } from '../../../src/engine/look';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import type { CurvePoints } from '../../../src/engine/adjustments';
import { neutralLook } from '../../../src/engine/look';
import { createRgbConverter } from '../../../src/engine/color/convertRgb';
import type { RgbSpaceId } from '../../../src/engine/color/rgbSpace';
import { createLutMapper } from '../../../src/engine/render/applyLut';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import type { Lut3d } from '../../../src/engine/render/lut3d';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { cubeToLut3d } from '../../../src/formats/cube/cubeFile';
import { parseCube } from '../../../src/formats/cube/parseCube';
import { UserError } from '../../../src/engine/userError';
import { lossText } from '../../../src/app/lossText';
import { LOSS_TEXTS, EXPORT_TEXTS } from '../../../src/app/texts';
import { formatAcv, parseAcv } from '../../../src/formats/acv/acv';
import { exportAcv } from '../../../src/formats/acv/exportAcv';
import { exportDcp } from '../../../src/formats/dcp/exportDcp';
import { lookTableOf, readDcp, toneCurveOf } from '../../../src/formats/dcp/dcpFile';
import { curvesMapper } from '../../../src/formats/curves/grayCurves';
import type { Exported } from '../../../src/formats/export/exported';
import type { ExportId } from '../../../src/formats/export/exporter';
import { EXPORTERS } from '../../../src/formats/export/exporters';
import { LOSS_CODES } from '../../../src/formats/export/losses';
import { measureRoundTrip } from '../../../src/formats/export/roundTrip';
import { parseHald } from '../../../src/formats/hald/hald';
import { encodeImage } from '../../../src/formats/image/encodeImage';
import type { Raster } from '../../../src/formats/image/raster';
import type { Style } from '../../../src/formats/style/style';
import { parseThreeDl } from '../../../src/formats/threeDl/threeDl';
import {
  decodeRgbTable,
  encodeRgbTable,
  formatTableText,
  parseTableText,
} from '../../../src/formats/xmp/rgbTable';
import { buildDescriptor } from '../../../src/photoshop/descriptors/descriptorOf';
import { classicStack } from '../../support/classicStack';
import { CODE8, JND } from '../../support/tolerances';

/**
 * Mixed channels and bent curves, but no kinks between the nodes of a LUT: what is measured against other programs is
 * the format and its reader, not how many nodes a look needs.
 */
const STYLE: Style = {
  look: {
    ...neutralLook('srgb', 'Warm 400'),
    matrix: [0.85, 0.15, 0, 0.05, 0.9, 0.05, 0, 0.1, 0.9],
    tone: Array.from({ length: 65 }, (_, i) => 0.05 + 0.75 * (i / 64) + 0.15 * (i / 64) ** 2),
    channels: { ...neutralLook('srgb').channels, blue: [0.08, 0.92] },
  },
  stack: classicStack(),
};

const exports = new Map<string, Exported>();

/** Large tables are written once for all tests. */
function written(id: ExportId, size?: number): Exported {
  const key = `${id} ${size}`;
  const known = exports.get(key);
  if (known) return known;
  const exporter = EXPORTERS.find((candidate) => candidate.id === id);
  const exported = exporter?.export(STYLE, {
    ...(size !== undefined && { size }),
    baseName: 'warm',
    pathOf: (name) => `/cluts/${name}`,
    deflate: deflateSync,
    describe: buildDescriptor,
  });
  if (!exported) throw new Error(`no exporter ${id}`);
  exports.set(key, exported);
  return exported;
}

const WHOLE_LOOK: readonly ExportId[] = [
  'filmfit',
  'json',
  'cube',
  'hald',
  '3dl',
  'icc-devicelink',
  'icc-camera',
  'xmp-profile',
  'pp3',
  'dtstyle',
];

describe.each(WHOLE_LOOK)('the export %s', (id) => {
  it('is nearer to the look than the eye can see, by its own reader', () => {
    const { mean, p95 } = written(id).roundTrip.deltaE2000;
    expect(mean).toBeLessThan(JND / 5);
    expect(p95).toBeLessThan(JND);
  });
});

describe('the table of exports', () => {
  it('has a text for every format and for every loss', () => {
    expect(EXPORTERS.map(({ id }) => id).sort()).toEqual(Object.keys(EXPORT_TEXTS).sort());
    expect(Object.keys(LOSS_TEXTS).sort()).toEqual([...LOSS_CODES].sort());
  });

  it('announces every loss that a file turns out to have', () => {
    for (const { id, losses } of EXPORTERS) {
      if (id === 'hald') continue;
      for (const { code } of written(id).losses)
        expect([id, losses]).toEqual([id, expect.arrayContaining([code])]);
    }
  });

  it('fills the blanks of every text', () => {
    for (const { id } of EXPORTERS) {
      for (const loss of written(id).losses) expect(lossText(loss)).not.toMatch(/[{}]|“”|undefined/);
    }
  });

  it('says of every export but its own that grain stays behind', () => {
    const grain: GrainModel = {
      strength: { red: [0.02, 0.02], green: [0.02, 0.02], blue: [0.02, 0.02] },
      correlation: [0, 0, 0],
      spectrum: [{ sigmaPx: 0.75, share: 1 }],
      sizePx: 1.5,
      analysedLongEdgePx: 1200,
    };
    const style = { ...STYLE, look: { ...STYLE.look, grain } };
    const codesOf = (id: ExportId): readonly string[] | undefined =>
      EXPORTERS.find((exporter) => exporter.id === id)
        ?.export(style, { baseName: 'x' })
        .losses.map(({ code }) => code);
    expect(codesOf('acv')).toContain('grain-and-halation');
    expect(codesOf('filmfit')).toEqual([]);
  });

  it.each(EXPORTERS.filter(({ sizes }) => sizes.length > 0 && !sizes.includes(144)).map(({ id }) => id))(
    'refuses a size that %s does not have',
    (id) => {
      expect(() => written(id, 7)).toThrow(RangeError);
    },
  );
});

/** Points of a curve from pairs of numbers in a text, `scale` to the codes 0…255. */
const curveFrom = (text: string, scale: number): CurvePoints => {
  const numbers = Array.from(text.matchAll(/[\d.]+/g), ([number]) => scale * Number(number));
  return numbers.flatMap((input, i) => (i % 2 === 0 ? [{ input, output: numbers[i + 1] }] : []));
};

describe('the difference that is stated', () => {
  const look = STYLE.look;
  const CHANNELS = ['Red', 'Green', 'Blue'];
  const textOf = (id: ExportId): string => String(written(id).content);
  const within = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  const costyleCurve = (channel: string): CurvePoints =>
    curveFrom(within(textOf('costyle'), new RegExp(`"GradationCurve${channel}" V="([^"]+)"`)), 255);
  const presetCurve = (channel: string): CurvePoints =>
    curveFrom(
      Array.from(
        within(textOf('xmp-preset'), new RegExp(`<crs:ToneCurvePV2012${channel}>([^]*?)</crs`)).matchAll(
          /li>([^<]+)/g,
        ),
        ([, pair]) => pair,
      ).join(' '),
      1,
    );
  const pp3Curve = (channel: string): CurvePoints =>
    curveFrom(
      within(textOf('pp3-curves'), new RegExp(`^${channel[0].toLowerCase()}Curve=1;(.*)$`, 'm')),
      255,
    );
  const lutOf = (content: unknown): Lut3d => {
    const { lut, space } = JSON.parse(String(content)) as {
      lut: { size: number; values: number[] };
      space: RgbSpaceId;
    };
    return { size: lut.size, values: Float32Array.from(lut.values), space };
  };

  it.each([
    ['costyle', () => curvesMapper(CHANNELS.map(costyleCurve), look)],
    [
      'xmp-preset',
      () => curvesMapper(CHANNELS.map(presetCurve), look, { primaries: 'prophoto', transfer: 'srgb' }),
    ],
    ['pp3-curves', () => curvesMapper(CHANNELS.map(pp3Curve), look, { primaries: 'srgb', transfer: 'srgb' })],
    ['json', () => createLutMapper(lutOf(written('json').content))],
  ] as const)('by %s is that of the numbers in its text', (id, mapper) => {
    const { mean, max } = measureRoundTrip(look, mapper()).deltaE2000;
    const ROUNDED_TEXT = 0.01;
    expect(Math.abs(mean - written(id).roundTrip.deltaE2000.mean)).toBeLessThan(ROUNDED_TEXT);
    expect(Math.abs(max - written(id).roundTrip.deltaE2000.max)).toBeLessThan(ROUNDED_TEXT);
  });
});

describe('a table for pictures in another space than the look’s', () => {
  const inSpace = (id: ExportId, space: RgbSpaceId) =>
    EXPORTERS.find((exporter) => exporter.id === id)?.export(STYLE, {
      baseName: 'x',
      space,
      ...(id === 'cube' && { size: 17 }),
    });

  it('does there what the look does, and says what is clipped', () => {
    const exported = inSpace('cube', 'display-p3');
    expect(exported?.losses.map(({ code }) => code)).toEqual(['chosen-space']);
    const lut = cubeToLut3d(parseCube(String(exported?.content)), 'display-p3');
    const color = Float32Array.from([0.42, 0.5, 0.55]);
    const found = new Float32Array(3);
    createLutMapper(lut)(color, found, 1);
    createRgbConverter('display-p3', 'srgb')(found, found, 1);
    createRgbConverter('display-p3', 'srgb')(color, color, 1);
    const wanted = new Float32Array(3);
    createLookMapper(STYLE.look)(color, wanted, 1);
    found.forEach((value, c) => expect(Math.abs(value - wanted[c])).toBeLessThan(CODE8));
  });

  it('is refused where a format has no choice', () => {
    expect(() => inSpace('acv', 'prophoto')).toThrow(RangeError);
  });
});

describe('Hald pictures', () => {
  it('are refused when they are no cube of a square', () => {
    const data = new Uint8Array(3 * 10 * 10);
    const raster: Raster = {
      width: 10,
      height: 10,
      channels: 3,
      bitDepth: 8,
      data,
      orientation: 1,
      fileType: 'png',
    };
    expect(() => parseHald(encodeImage(raster, 'png'), 'srgb')).toThrow(UserError);
  });
});

describe('.3dl files', () => {
  it('answers any text with a LUT or a UserError', () => {
    const line = fc.oneof(
      fc.constantFrom('0 1023', '0 0 0', '4095 0 1', 'Mesh 1 12', '3DMESH', '#'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        try {
          parseThreeDl(lines.join('\n'), 'srgb');
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 1500, seed: 4 },
    );
  });
});

describe('creative profiles', () => {
  const content = (): string => String(written('xmp-profile').content);

  it('name their table by the MD5 of its bytes, as Node computes it', () => {
    const [, id, table] = /crs:Table_([0-9A-F]{32})="([^"]+)"/.exec(content()) ?? [];
    const text = table
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>');
    expect(createHash('md5').update(parseTableText(text)).digest('hex').toUpperCase()).toBe(id);
    expect(content()).toContain(`crs:RGBTable="${id}"`);
  });

  it('hold a table that decodes to the look within one code of 16 bits', () => {
    const lut = bakeLut(STYLE.look, 32);
    const back = decodeRgbTable(parseTableText(formatTableText(encodeRgbTable(lut))), 'srgb');
    const ONE_CODE = 1 / 65535;
    expect(
      back.values.reduce((largest, value, i) => Math.max(largest, Math.abs(value - lut.values[i])), 0),
    ).toBeLessThan(ONE_CODE);
  });

  it('give back any bytes through base 85', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        expect(Array.from(parseTableText(formatTableText(bytes)))).toEqual(Array.from(bytes));
      }),
      { numRuns: 100, seed: 9 },
    );
  });
});

describe('RawTherapee profiles', () => {
  it('name the Hald picture beside them by its space', () => {
    const { content, companion } = written('pp3');
    expect(companion?.name).toBe('warm sRGB.png');
    expect(content).toContain('ClutFilename=/cluts/warm sRGB.png\n');
  });
});

describe('camera profiles', () => {
  const bytes = (base?: Uint8Array): Uint8Array => {
    const exporter = EXPORTERS.find(({ id }) => id === 'dcp');
    const baseDcp = base && { baseDcp: { bytes: base, fileName: 'base.dcp' } };
    return exporter?.export(STYLE, { baseName: 'x', ...baseDcp }).content as Uint8Array;
  };

  it('come near a look without tinted grays, by the arithmetic of the DNG specification', () => {
    const look = { ...STYLE.look, channels: neutralLook('srgb').channels };
    const { deltaE2000 } = exportDcp({ ...STYLE, look }).roundTrip;
    expect(deltaE2000.mean).toBeLessThan(JND / 2);
  });

  it('keep gray gray and its value to the tone curve, as the specification asks', () => {
    const table = lookTableOf(readDcp(bytes(), 'x'), 'x');
    const { saturations = 0, deltas = [] } = table ?? {};
    const grays = Array.from(deltas).filter((_, i) => i % (3 * saturations) < 3);
    expect(grays.length).toBeGreaterThan(1000);
    expect(grays.every((delta, i) => delta === (i % 3 === 0 ? 0 : 1))).toBe(true);
    const { inputs = [], outputs = [] } = toneCurveOf(readDcp(bytes(), 'x'), 'x') ?? {};
    expect([inputs[0], outputs[0], inputs.at(-1), outputs.at(-1)]).toEqual([0, 0, 1, 1]);
  });

  it('keep the matrices of a base profile, and stand on its rendering', () => {
    const base = exportDcp({ ...STYLE, look: { ...STYLE.look, matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1] } });
    const onBase = exportDcp(STYLE, { bytes: base.content as Uint8Array, fileName: 'base.dcp' });
    const tags = readDcp(onBase.content as Uint8Array, 'x');
    const before = readDcp(base.content as Uint8Array, 'x');
    expect(tags.get(50721)).toEqual(before.get(50721));
    expect(onBase.losses.map(({ code }) => code)).not.toContain('generic-camera');
    expect(onBase.roundTrip.deltaE2000.median).toBeLessThan(JND);
  });

  it('answer any damage of a base profile with a profile or a UserError', () => {
    const whole = bytes();
    fc.assert(
      fc.property(fc.nat(600), fc.nat(255), (at, value) => {
        const damaged = whole.slice();
        damaged[at] = value;
        try {
          const directory = readDcp(damaged, 'x');
          lookTableOf(directory, 'x');
          toneCurveOf(directory, 'x');
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

describe('curves presets', () => {
  const curve = fc
    .uniqueArray(fc.nat(255), { minLength: 2, maxLength: 16 })
    .chain((inputs) =>
      fc
        .array(fc.nat(255), { minLength: inputs.length, maxLength: inputs.length })
        .map((outputs): CurvePoints =>
          [...inputs].sort((a, b) => a - b).map((input, i) => ({ input, output: outputs[i] })),
        ),
    );

  it('give back the points of four curves', () => {
    fc.assert(
      fc.property(fc.tuple(curve, curve, curve, curve), (curves) => {
        expect(parseAcv(formatAcv(curves))).toEqual(curves);
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it('follow the look along the gray axis and say what they lose', () => {
    const gray = { ...STYLE.look, matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1] };
    const exported = exportAcv({ ...STYLE, look: gray });
    expect(exported.roundTrip.deltaE2000.mean).toBeLessThan(JND);
    expect(exported.losses).toEqual([{ code: 'curves-only' }]);
  });

  it('are refused with the byte where the trouble is', () => {
    const cut = formatAcv([
      [
        { input: 0, output: 0 },
        { input: 255, output: 255 },
      ],
    ]).slice(0, 9);
    expect(() => parseAcv(cut)).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ detail: 'it ends early (byte 8)' }) }),
    );
  });

  it('answer any bytes with curves or a UserError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          parseAcv(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 1500, seed: 8 },
    );
  });
});
