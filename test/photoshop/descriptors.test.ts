/** Adjustments in the language of batchPlay: what is sent is what reads back, in the spelling of any version. */
import fc from 'fast-check';
import {
  DEFAULT_HUE_RANGES,
  HUE_RANGE_NAMES,
  IDENTITY_CURVE,
  SELECTIVE_COLOR_NAMES,
  type Adjustment,
  type CurvePoints,
} from '../../src/engine/adjustments';
import {
  buildDescriptor,
  isSameAdjustment,
  parseDescriptor,
} from '../../src/photoshop/descriptors/descriptorOf';
import { KIND_RULES } from '../../src/simulator/batchPlay/adjustments/storedAdjustments';
import type { Descriptor } from '../../src/simulator/batchPlay/descriptor';

const code = fc.integer({ min: 0, max: 255 });
const percent = fc.integer({ min: -100, max: 100 });
const triple = fc.tuple(percent, percent, percent);
const curve: fc.Arbitrary<CurvePoints> = fc
  .uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: 2, maxLength: 16 })
  .chain((steps) =>
    fc
      .array(code, { minLength: steps.length, maxLength: steps.length })
      .map((outputs) =>
        [...steps].sort((a, b) => a - b).map((step, i) => ({ input: 4 * step, output: outputs[i] })),
      ),
  );
const shift = fc.record({
  hue: fc.integer({ min: -180, max: 180 }),
  saturation: percent,
  lightness: percent,
});
const levelsChannel = fc.record({
  inputBlack: fc.integer({ min: 0, max: 253 }),
  inputWhite: fc.constant(255),
  gamma: fc.integer({ min: 10, max: 999 }).map((hundredths) => hundredths / 100),
  outputBlack: code,
  outputWhite: code,
});
const cell = fc.integer({ min: -200, max: 200 });
const mixerRow = fc.record({ red: cell, green: cell, blue: cell, constant: cell });
const ink = fc.record({ cyan: percent, magenta: percent, yellow: percent, black: percent });

const ADJUSTMENTS: readonly (readonly [string, fc.Arbitrary<Adjustment>])[] = [
  [
    'curves',
    fc.record({ kind: fc.constant('curves'), composite: curve, red: curve, green: curve, blue: curve }),
  ],
  [
    'levels',
    fc.record({
      kind: fc.constant('levels'),
      composite: levelsChannel,
      red: levelsChannel,
      green: levelsChannel,
      blue: levelsChannel,
    }),
  ],
  [
    'colorBalance',
    fc.record({
      kind: fc.constant('colorBalance'),
      shadows: triple,
      midtones: triple,
      highlights: triple,
      preserveLuminosity: fc.boolean(),
    }),
  ],
  [
    'hueSaturation',
    fc.tuple(shift, fc.array(shift, { minLength: 6, maxLength: 6 })).map(([master, shifts]) => ({
      kind: 'hueSaturation',
      colorize: false,
      master,
      ranges: Object.fromEntries(
        HUE_RANGE_NAMES.map((name, i) => [name, { ...DEFAULT_HUE_RANGES[name], ...shifts[i] }]),
      ) as typeof DEFAULT_HUE_RANGES,
    })),
  ],
  [
    'channelMixer',
    fc.record({
      kind: fc.constant('channelMixer'),
      monochrome: fc.boolean(),
      red: mixerRow,
      green: mixerRow,
      blue: mixerRow,
    }),
  ],
  [
    'selectiveColor',
    fc
      .tuple(
        fc.constantFrom('relative' as const, 'absolute' as const),
        fc.array(ink, { minLength: 9, maxLength: 9 }),
      )
      .map(([method, inks]) => ({
        kind: 'selectiveColor',
        method,
        colors: Object.fromEntries(SELECTIVE_COLOR_NAMES.map((name, i) => [name, inks[i]])),
      })) as fc.Arbitrary<Adjustment>,
  ],
];

describe('descriptors', () => {
  it.each(ADJUSTMENTS)('of %s come back as they were sent', (kind, adjustments) => {
    fc.assert(
      fc.property(adjustments, (adjustment) => {
        const stored = KIND_RULES[kind].accept(buildDescriptor(adjustment) as Descriptor);
        return isSameAdjustment(adjustment, parseDescriptor(adjustment.kind, stored));
      }),
      { seed: 20240607, numRuns: 100 },
    );
  });

  it('tell a changed value from the one that was sent', () => {
    const sent: Adjustment = {
      kind: 'colorBalance',
      shadows: [1, 2, 3],
      midtones: [0, 0, 0],
      highlights: [0, 0, 0],
      preserveLuminosity: true,
    };
    expect(isSameAdjustment(sent, { ...sent, shadows: [1, 2, 4] })).toBe(false);
  });

  it('of Color Lookup carry the table itself', () => {
    const values = Float32Array.from({ length: 81 }, (_, i) => i / 80);
    const sent: Adjustment = {
      kind: 'colorLookup',
      lut: { size: 3, space: 'srgb', values },
      dither: true,
      lutName: 'Grün',
    };
    const read = parseDescriptor('colorLookup', buildDescriptor(sent));
    expect(isSameAdjustment(sent, read)).toBe(true);
    const lut = read.kind === 'colorLookup' ? read.lut.values : [];
    // A device link holds 16 bits.
    expect(Math.max(...Array.from(lut, (value, i) => Math.abs(value - values[i])))).toBeLessThan(1 / 65535);
  });

  it('never send a preset with Color Balance, nor green by its own name', () => {
    for (const [, adjustments] of ADJUSTMENTS) {
      const [adjustment] = fc.sample(adjustments, { numRuns: 1, seed: 1 });
      const sent = JSON.stringify(buildDescriptor(adjustment));
      expect(sent).not.toContain('"green"');
      if (adjustment.kind === 'colorBalance') expect(sent).not.toContain('presetKind');
    }
  });

  it('are read in the spelling of any version', () => {
    const channel = (value: string) => ({ _ref: 'channel', _enum: 'channel', _value: value });
    const points = [
      { _obj: 'point', horizontal: 0, vertical: 9 },
      { _obj: 'paint', horizontal: 255, vertical: 200 },
    ];
    const wished = [
      { input: 0, output: 9 },
      { input: 255, output: 200 },
    ];
    for (const name of ['green', 'grain']) {
      const reply = {
        _obj: 'curves',
        transferFunction: 0,
        adjustment: [{ _obj: 'curvesAdjustment', channel: channel(name), curve: points }],
      };
      expect(parseDescriptor('curves', reply)).toEqual({
        kind: 'curves',
        composite: IDENTITY_CURVE,
        red: IDENTITY_CURVE,
        green: wished,
        blue: IDENTITY_CURVE,
      });
    }
    expect(
      parseDescriptor('hueSaturation', { _obj: 'hueSaturation', GeneratedPreset: 1, OriginalColors: [] }),
    ).toEqual({
      kind: 'hueSaturation',
      colorize: false,
      master: { hue: 0, saturation: 0, lightness: 0 },
      ranges: DEFAULT_HUE_RANGES,
    });
  });

  it('refuse replies that are something else', () => {
    expect(() => parseDescriptor('curves', { adjustment: [{ channel: {}, curve: 'none' }] })).toThrow();
    expect(() => parseDescriptor('colorBalance', { shadowLevels: ['a', 1, 2] })).toThrow();
    expect(() => parseDescriptor('levels', null)).toThrow();
  });
});
