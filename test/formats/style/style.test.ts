import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { IDENTITY_CURVE, type AdjustmentStack } from '../../../src/engine/adjustments';
import { createLookMapper } from '../../../src/engine/render/renderLook';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { UserError } from '../../../src/engine/userError';
import { formatJson } from '../../../src/formats/style/formatJson';
import { formatStyle } from '../../../src/formats/style/formatStyle';
import { parseStyle } from '../../../src/formats/style/parseStyle';
import { classicStack } from '../../support/classicStack';
import { createRandom } from '../../support/createRandom';
import schema from '../../../src/formats/style/styleFile.schema.json';
import { warmLook } from '../../support/warmLook';

const summary = { mean: 9.123, median: 8.5, p95: 20, max: 41.25 };
const STYLE = {
  look: warmLook(),
  stack: classicStack(),
  metrics: { before: summary, look: summary, stack: summary },
};

function code(text: string): string {
  try {
    parseStyle(text, 'style.json');
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'no error';
}

/** The style file with one field changed by its path. */
function changed(path: string, value: unknown): string {
  const file: unknown = JSON.parse(formatStyle({ ...STYLE, learned: LEARNED }));
  const keys = path.split('.');
  let target = file as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) target = target[key] as Record<string, unknown>;
  target[keys[keys.length - 1]] = value;
  return JSON.stringify(file);
}

const { tone, matrix, hueBands, saturation, channels, whiteBalance, residual } = warmLook();
const LEARNED = { tone, matrix, hueBands, saturation, channels, whiteBalance, residual };

describe('a style file', () => {
  it('gives back the layers and the numbers exactly', () => {
    const back = parseStyle(formatStyle(STYLE));
    expect(back.stack).toEqual(STYLE.stack);
    expect(back.metrics).toEqual(STYLE.metrics);
  });

  it('gives back a look that does the same to every color', () => {
    const back = parseStyle(formatStyle(STYLE));
    const random = createRandom(4);
    const colors = Float32Array.from({ length: 3000 }, random);
    const before = new Float32Array(colors.length);
    const after = new Float32Array(colors.length);
    createLookMapper(STYLE.look)(colors, before, 1000);
    createLookMapper(back.look)(colors, after, 1000);
    const A_TENTH_OF_16_BIT = 1e-5;
    expect(Math.max(...before.map((value, i) => Math.abs(value - after[i])))).toBeLessThan(A_TENTH_OF_16_BIT);
  });

  it('does not change when it is read and written again', () => {
    const text = formatStyle(parseStyle(formatStyle(STYLE)));
    expect(formatStyle(parseStyle(text))).toBe(text);
  });

  it('keeps what was learned beside a look that was changed by hand', () => {
    const { learned } = parseStyle(formatStyle({ ...STYLE, learned: LEARNED }));
    expect(learned?.matrix).toEqual(LEARNED.matrix);
    expect(learned?.residual).toEqual(parseStyle(formatStyle(STYLE)).look.residual);
  });

  it('stays under 1 MB with a full lattice and a Color Lookup layer', () => {
    const lut = bakeLut(warmLook(), 33);
    const random = createRandom(1);
    const offsets = Float32Array.from({ length: 3 * 33 ** 3 }, () => random() - 0.5);
    const stack: AdjustmentStack = classicStack({
      layers: [
        { name: 'LUT', opacity: 80, adjustment: { kind: 'colorLookup', lut, dither: false, lutName: 'x' } },
      ],
    });
    const text = formatStyle({ look: warmLook({ residual: { size: 33, offsets } }), stack });
    expect(text.length).toBeLessThan(1e6);
    expect(parseStyle(text).stack.layers[0].adjustment.kind).toBe('colorLookup');
  });

  it('keeps fields that this version does not know, at every level', () => {
    const text = changed('provenance.mood', 'sunny').replace(/^\{/, '{"rating":5,');
    const again = JSON.parse(formatStyle(parseStyle(text))) as {
      rating: number;
      provenance: { mood: string };
    };
    expect(again.rating).toBe(5);
    expect(again.provenance.mood).toBe('sunny');
  });

  it('has one line for an array of numbers, so that changes can be read in a diff', () => {
    const lines = formatStyle(STYLE).split('\n');
    expect(lines.filter((line) => line.includes('"tone": [')).length).toBe(1);
    expect(lines.find((line) => line.includes('"tone": ['))).toMatch(/\],?$/);
  });
});

/** Version 1 kept where a look comes from inside the look. */
function asVersion1(): string {
  const { provenance, look, ...file } = JSON.parse(formatStyle(STYLE)) as Record<string, object>;
  return JSON.stringify({ ...file, version: 1, look: { ...look, provenance } });
}

describe('a style file of version 2', () => {
  it('is read with its one strength of grain for all channels and a red glow', () => {
    const grain = { strength: [0.01, 0.02, 0.01], sizePx: 2, analysedLongEdgePx: 1200 };
    const file = JSON.parse(changed('look.grain', grain)) as { version: number; look: { halation: unknown } };
    file.version = 2;
    file.look.halation = { strength: 0.05, radius: 0.01 };
    const { look } = parseStyle(JSON.stringify(file));
    expect(look.grain?.strength.blue).toEqual([0.01, 0.02, 0.01]);
    expect(look.grain?.spectrum).toEqual([{ sigmaPx: 1, share: 1 }]);
    expect(look.halation).toEqual({ strength: 0.05, radius: 0.01, tint: [1, 0.3, 0] });
  });
});

describe('a style file of version 1', () => {
  it('is the same style', () => {
    expect(formatStyle(parseStyle(asVersion1()))).toBe(formatStyle(parseStyle(formatStyle(STYLE))));
  });

  it('is refused where it is damaged, by the names of today', () => {
    expect(code(asVersion1().replace('"engineVersion"', '"engineVersions"'))).toBe('style-invalid');
  });
});

describe('the JSON Schema of the style file', () => {
  const isValid = new Ajv2020({ strict: true }).compile(schema);

  it('accepts what is written', () => {
    const thumbnail = 'data:image/jpeg;base64,AAAA';
    expect(isValid(JSON.parse(formatStyle({ ...STYLE, thumbnail, learned: LEARNED })))).toBe(true);
  });

  it('judges every changed value as the reader does', () => {
    const paths = [
      'version',
      'provenance.pairs',
      'provenance.stock',
      'thumbnail',
      'look.tone',
      'look.hueBands',
      'look.grain',
      'look.residual.size',
      'stack.opacity',
      'stack.layers.0.adjustment.kind',
      'stack.layers.0.name',
      'metrics.before',
      'learned',
      'learned.tone',
      'learned.residual',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const text = changed(path, value);
        // Sizes of lattices and what Photoshop can hold are more than a schema can say.
        const found = code(text);
        const byReader = found === 'no error' || found.startsWith('adjustment');
        if (path !== 'look.residual.size')
          expect([path, isValid(JSON.parse(text))]).toEqual([path, byReader]);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

describe('parseStyle', () => {
  it.each([
    ['no JSON', 'hello', 'style-not-json'],
    ['a cut-off file', formatStyle(STYLE).slice(0, 500), 'style-not-json'],
    ['other JSON', '{"name":"x"}', 'style-other-format'],
    ['an array', '[]', 'style-other-format'],
    ['a newer version', changed('version', 4), 'style-newer'],
    ['a version that never was', changed('version', 0), 'style-other-format'],
    ['a thumbnail that is a web address', changed('thumbnail', 'https://example.org/a.png'), 'style-invalid'],
    [
      'a checksum that is none',
      changed('provenance.pairs', [{ film: 'a', digital: 'b', filmSha256: '12' }]),
      'style-invalid',
    ],
    [
      'a hash of pixels that does not say of which',
      changed('provenance.pairs', [{ film: 'a', digital: 'b', filmPixelHash: '0'.repeat(32) }]),
      'style-invalid',
    ],
    [
      'a million values',
      `{"format":"filmfit-style","version":2,"x":[${'0,'.repeat(1e6)}0]}`,
      'style-not-json',
    ],
    ['a missing look', changed('look', null), 'style-invalid'],
    ['an unknown space', changed('look.space', 'cmyk'), 'style-invalid'],
    ['a short matrix', changed('look.matrix', [1, 0, 0]), 'style-invalid'],
    ['text in a curve', changed('look.tone', ['a', 'b']), 'style-invalid'],
    ['a huge curve', changed('look.tone', new Array(100_000).fill(0)), 'style-invalid'],
    ['a lattice of another size', changed('look.residual.size', 6), 'style-invalid'],
    ['a learned lattice of another size', changed('learned.residual.size', 6), 'style-invalid'],
    ['a lattice of a billion nodes', changed('look.residual.size', 1000), 'style-invalid'],
    ['a lattice that is not base64', changed('look.residual.offsets.data', '!!!!'), 'style-invalid'],
    ['an unknown adjustment', changed('stack.layers.0.adjustment.kind', 'vibrance'), 'style-invalid'],
    [
      'deep nesting',
      `{"format":"filmfit-style","version":1,"look":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'style-not-json',
    ],
    [
      'a curve that Photoshop cannot hold',
      changed('stack.layers.0.adjustment.red', [...IDENTITY_CURVE].reverse()),
      'adjustment.curveUnsorted',
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it('names the file and the field', () => {
    try {
      parseStyle(changed('look.whiteBalance.redEv', 'warm'), 'mine.json');
    } catch (error) {
      expect(error).toMatchObject({ values: { file: 'mine.json', field: 'look.whiteBalance.redEv' } });
    }
    expect.assertions(1);
  });

  it.each([
    ['look.whiteBalance.redEv', 'warm', 'a number was expected, not "warm" (line '],
    ['look.space', 'cmyk', '"srgb" or "adobe-rgb" or '],
    ['look.matrix', new Array(10).fill(0), 'at most 9 was expected, not 10'],
    ['provenance', undefined, 'it is missing (line 1, column 1)'],
    ['thumbnail', 'x', 'another form was expected, not "x"'],
  ])('says in words what is wrong with %s', (path, value, detail) => {
    try {
      parseStyle(changed(path, value));
    } catch (error) {
      expect((error as UserError).values.detail).toContain(detail);
    }
    expect.assertions(1);
  });

  it.each([
    ['stack.opacity', 101, '"opacity": 101', 'opacity'],
    ['stack.layers.1.opacity', 2.5, '"opacity": 2.5', 'layers[1].opacity'],
    ['stack.layers.0.adjustment.red.1.output', 999, '999', 'layers[0].curves.red[1].output'],
    ['stack.layers.1.adjustment.master.hue', 999, '999', 'layers[1].hueSaturation.master.hue'],
    ['stack.layers.1.adjustment.ranges.blues.hue', 999, '999', 'layers[1].hueSaturation.blues.hue'],
  ])('names the file and the line of what Photoshop cannot hold: %s', (path, value, written, field) => {
    const text = formatJson(JSON.parse(changed(path, value)));
    const line = text.slice(0, text.lastIndexOf(written)).split('\n').length;
    expect(line).toBeGreaterThan(1);
    try {
      parseStyle(text, 'mine.filmfit');
    } catch (error) {
      expect((error as UserError).values.field).toMatch(`${field} (mine.filmfit, line ${line}, column `);
    }
    expect.assertions(2);
  });

  it('lets nothing reach into prototypes', () => {
    const text = formatStyle(STYLE).replace(
      /^\{/,
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const style = parseStyle(text);
    expect(Object.getPrototypeOf(style)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(formatStyle(style)).not.toContain('polluted');
  });

  it('answers any change of a value with a style or a UserError', () => {
    const paths = [
      'look.tone',
      'look.hueBands',
      'look.residual',
      'stack.layers',
      'stack.opacity',
      'look.name',
      'metrics',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        try {
          parseStyle(changed(path, value));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 400, seed: 5 },
    );
  });
});
