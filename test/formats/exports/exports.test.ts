/** Every exporter: what it says about itself, what independent programs make of its files, and what its reader refuses. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import type { CurvePoints } from '../../../src/engine/adjustments';
import { neutralLook, type GrainModel } from '../../../src/engine/look';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { UserError } from '../../../src/engine/userError';
import { LOSS_TEXTS, EXPORT_TEXTS, lossText } from '../../../src/app/exportTexts';
import { formatAcv, parseAcv } from '../../../src/formats/acv/acv';
import { exportAcv } from '../../../src/formats/acv/exportAcv';
import type { Exported } from '../../../src/formats/export/exported';
import type { ExportId } from '../../../src/formats/export/exporter';
import { EXPORTERS } from '../../../src/formats/export/exporters';
import { LOSS_CODES } from '../../../src/formats/export/losses';
import { parseHald } from '../../../src/formats/hald/hald';
import { encodeImage } from '../../../src/formats/image/encodeImage';
import type { Raster } from '../../../src/formats/image/raster';
import type { Style } from '../../../src/formats/style/style';
import { parseThreeDl } from '../../../src/formats/threeDl/threeDl';
import { md5 } from '../../../src/formats/xmp/md5';
import {
  decodeRgbTable,
  encodeRgbTable,
  formatTableText,
  parseTableText,
} from '../../../src/formats/xmp/rgbTable';
import { buildDescriptor } from '../../../src/photoshop/descriptors/descriptorOf';
import { classicStack } from '../../support/classicStack';
import { createRandom } from '../../support/createRandom';
import { itWithProgram, runProgram } from '../../support/programs';
import { temporaryFolder } from '../../support/temporaryFolder';
import { JND } from '../../support/tolerances';

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
const THOUSANDTH = 0.001;
const SIDE = 16;

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

/** 256 random colors as a 16-bit PNG, and what the look makes of them. */
function probe(): { readonly png: Uint8Array; readonly expected: Float32Array } {
  const random = createRandom(21);
  const data = Uint16Array.from({ length: 3 * SIDE * SIDE }, () => Math.floor(65536 * random()));
  const raster: Raster = {
    width: SIDE,
    height: SIDE,
    channels: 3,
    bitDepth: 16,
    data,
    orientation: 1,
    fileType: 'png',
  };
  const expected = new Float32Array(data.length);
  createLookMapper(STYLE.look)(
    Float32Array.from(data, (code) => code / 65535),
    expected,
    SIDE * SIDE,
  );
  return { png: encodeImage(raster, 'png'), expected };
}

function largestError(raw: Buffer | null, expected: Float32Array): number {
  const codes = new Uint16Array(Uint8Array.from(raw ?? []).buffer);
  if (codes.length !== expected.length) throw new Error(`${codes.length} values, not ${expected.length}`);
  return expected.reduce((largest, value, i) => Math.max(largest, Math.abs(value - codes[i] / 65535)), 0);
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
    const even = [0.02, 0.02];
    const grain: GrainModel = {
      strength: { red: even, green: even, blue: even },
      correlation: [0, 0, 0],
      spectrum: [{ sigmaPx: 1, share: 1 }],
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

describe('Hald pictures', () => {
  const folder = temporaryFolder();

  itWithProgram('do in ImageMagick what the look does, within a thousandth', 'convert', () => {
    const { png, expected } = probe();
    fs.writeFileSync(folder.path('in.png'), png);
    fs.writeFileSync(folder.path('hald.png'), written('hald').content);
    const raw = ['-depth', '16', '-endian', 'LSB', 'rgb:-'];
    const out = runProgram('convert', [folder.path('in.png'), folder.path('hald.png'), '-hald-clut', ...raw]);
    expect(largestError(out, expected)).toBeLessThan(THOUSANDTH);
  });

  itWithProgram('do in ffmpeg what the look does, within a thousandth', 'ffmpeg', () => {
    const { png, expected } = probe();
    fs.writeFileSync(folder.path('in2.png'), png);
    fs.writeFileSync(folder.path('hald2.png'), written('hald').content);
    // Packed pixels: ffmpeg's planar path is known to be wrong.
    const graph =
      '[0]format=rgb48le[a];[1]format=rgb48le[b];[a][b]haldclut=interp=tetrahedral,format=rgb48le';
    const files = ['-i', folder.path('in2.png'), '-i', folder.path('hald2.png')];
    const out = runProgram('ffmpeg', [
      '-v',
      'error',
      ...files,
      '-filter_complex',
      graph,
      '-frames:v',
      '1',
      '-f',
      'rawvideo',
      '-',
    ]);
    expect(largestError(out, expected)).toBeLessThan(THOUSANDTH);
  });

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
  const folder = temporaryFolder();

  itWithProgram('do in ffmpeg what the look does, within what 17 steps of 12 bits allow', 'ffmpeg', () => {
    const { png, expected } = probe();
    fs.writeFileSync(folder.path('in.png'), png);
    fs.writeFileSync(folder.path('look.3dl'), written('3dl', 17).content);
    const filter = `format=gbrpf32le,lut3d=file=${folder.path('look.3dl')}:interp=tetrahedral,format=rgb48le`;
    const out = runProgram('ffmpeg', [
      '-v',
      'error',
      '-i',
      folder.path('in.png'),
      '-vf',
      filter,
      '-f',
      'rawvideo',
      '-',
    ]);
    const SEVENTEEN_STEPS = 0.02;
    expect(largestError(out, expected)).toBeLessThan(SEVENTEEN_STEPS);
  });

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
  const folder = temporaryFolder();
  const content = (): string => String(written('xmp-profile').content);

  // RFC 1321, A.5
  it.each([
    ['', 'D41D8CD98F00B204E9800998ECF8427E'],
    ['abc', '900150983CD24FB0D6963F7D28E17F72'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57EDF4A22BE3C955AC49DA2E2107B67A',
    ],
  ])('have the published MD5 of %j', (text, digest) => {
    expect(md5(new TextEncoder().encode(text))).toBe(digest);
  });

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

  itWithProgram('are read by exiftool', 'exiftool', () => {
    fs.writeFileSync(folder.path('look.xmp'), content());
    const tags = runProgram('exiftool', [
      '-s3',
      '-XMP-crs:PresetType',
      '-XMP-crs:Name',
      folder.path('look.xmp'),
    ]);
    expect(tags?.toString().trim().split(/\r?\n/)).toEqual(['Look', 'Warm 400']);
  });
});

describe('RawTherapee profiles', () => {
  it('name the Hald picture beside them by its space', () => {
    const { content, companion } = written('pp3');
    expect(companion?.name).toBe('warm sRGB.png');
    expect(content).toContain('ClutFilename=/cluts/warm sRGB.png\n');
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

  const folder = temporaryFolder();
  itWithProgram('are read by ffmpeg', 'ffmpeg', () => {
    const { png } = probe();
    fs.writeFileSync(folder.path('in.png'), png);
    fs.writeFileSync(folder.path('look.acv'), written('acv').content);
    const filter = `format=rgb24,curves=psfile=${folder.path('look.acv')},format=rgb24`;
    const out = runProgram('ffmpeg', [
      '-v',
      'error',
      '-i',
      folder.path('in.png'),
      '-vf',
      filter,
      '-f',
      'rawvideo',
      '-',
    ]);
    expect(out?.length).toBe(3 * SIDE * SIDE);
  });
});
