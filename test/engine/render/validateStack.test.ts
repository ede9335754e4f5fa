import {
  DEFAULT_HUE_RANGES,
  IDENTITY_CURVE,
  NO_SHIFT,
  type Adjustment,
  type AdjustmentStack,
} from '../../../src/engine/adjustments';
import { validateStack } from '../../../src/engine/render/validateStack';
import { UserError } from '../../../src/engine/userError';

const curves = {
  kind: 'curves',
  composite: IDENTITY_CURVE,
  red: IDENTITY_CURVE,
  green: IDENTITY_CURVE,
  blue: IDENTITY_CURVE,
} as const;
const balance = {
  kind: 'colorBalance',
  shadows: [0, 0, 0],
  midtones: [0, 0, 0],
  highlights: [0, 0, 0],
  preserveLuminosity: true,
} as const;
const hues = {
  kind: 'hueSaturation',
  colorize: false,
  master: NO_SHIFT,
  ranges: DEFAULT_HUE_RANGES,
} as const;
const channel = { inputBlack: 0, inputWhite: 255, gamma: 1, outputBlack: 0, outputWhite: 255 };
const levels = { kind: 'levels', composite: channel, red: channel, green: channel, blue: channel } as const;
const lookup = {
  kind: 'colorLookup',
  lut: { size: 2, values: new Float32Array(24), space: 'srgb' },
  dither: false,
  lutName: '',
} as const;

const stackOf = (adjustment: Adjustment, opacity = 100): AdjustmentStack => ({
  name: 'test',
  opacity: 100,
  layers: [{ name: 'layer', opacity, adjustment }],
});
const points = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([input, output]) => ({ input, output }));

function refusalOf(stack: AdjustmentStack): { code: string; field: string } {
  try {
    validateStack(stack);
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, field: String(error.values.field) };
    throw error;
  }
  throw new Error('the stack was accepted');
}

describe('a stack that Photoshop can hold', () => {
  it.each([curves, balance, hues, levels, lookup])('is accepted: $kind', (adjustment) => {
    expect(() => validateStack(stackOf(adjustment))).not.toThrow();
  });

  it('may have hue handles that go across 360°', () => {
    const reds = { ...DEFAULT_HUE_RANGES.reds, beginRamp: 350, beginSustain: 5, endSustain: 10, endRamp: 30 };
    expect(() => validateStack(stackOf({ ...hues, ranges: { ...DEFAULT_HUE_RANGES, reds } }))).not.toThrow();
  });
});

describe('a stack that Photoshop cannot hold', () => {
  const reds = DEFAULT_HUE_RANGES.reds;
  const cases: readonly (readonly [what: string, adjustment: Adjustment, code: string, field: string])[] = [
    ['curve points out of order', { ...curves, red: points([9, 0], [5, 9]) }, 'curveUnsorted', 'curves.red'],
    [
      'curve points closer than 4',
      { ...curves, blue: points([0, 0], [3, 9], [255, 255]) },
      'curveTooClose',
      'curves.blue',
    ],
    ['one curve point', { ...curves, composite: points([0, 0]) }, 'curvePointCount', 'curves.composite'],
    [
      'seventeen curve points',
      { ...curves, composite: points(...Array.from({ length: 17 }, (_, i) => [10 * i, 0] as const)) },
      'curvePointCount',
      'curves.composite',
    ],
    [
      'half a level',
      { ...curves, green: points([0, 0.5], [255, 255]) },
      'notWhole',
      'curves.green[0].output',
    ],
    [
      'a level of 256',
      { ...curves, green: points([0, 0], [255, 256]) },
      'outOfRange',
      'curves.green[1].output',
    ],
    ['NaN', { ...balance, midtones: [0, NaN, 0] }, 'notANumber', 'colorBalance.midtones[1]'],
    ['a slider at 101', { ...balance, shadows: [101, 0, 0] }, 'outOfRange', 'colorBalance.shadows[0]'],
    ['half a degree', { ...hues, master: { ...NO_SHIFT, hue: 0.5 } }, 'notWhole', 'hueSaturation.master.hue'],
    [
      'a hue handle at 360',
      { ...hues, ranges: { ...DEFAULT_HUE_RANGES, reds: { ...reds, endRamp: 360 } } },
      'outOfRange',
      'hueSaturation.reds.endRamp',
    ],
    [
      'hue handles out of order',
      { ...hues, ranges: { ...DEFAULT_HUE_RANGES, reds: { ...reds, endRamp: 10 } } },
      'handlesUnsorted',
      'hueSaturation.reds',
    ],
    [
      'white at black',
      { ...levels, red: { ...channel, inputBlack: 100, inputWhite: 101 } },
      'outOfRange',
      'levels.red.inputWhite',
    ],
    ['gamma 0', { ...levels, composite: { ...channel, gamma: 0 } }, 'outOfRange', 'levels.composite.gamma'],
    [
      'a LUT of the wrong length',
      { ...lookup, lut: { ...lookup.lut, values: new Float32Array(23) } },
      'lutLength',
      'colorLookup',
    ],
    [
      'a LUT with infinity',
      { ...lookup, lut: { ...lookup.lut, values: new Float32Array(24).fill(Infinity) } },
      'notANumber',
      'colorLookup.lut[0]',
    ],
  ];

  it.each(cases)('is refused by name: %s', (_what, adjustment, code, field) => {
    expect(refusalOf(stackOf(adjustment))).toEqual({
      code: `adjustment.${code}`,
      field: `layers[0].${field}`,
    });
  });

  it('is refused for an opacity above 100', () => {
    expect(refusalOf(stackOf(curves, 101))).toEqual({
      code: 'adjustment.outOfRange',
      field: 'layers[0].opacity',
    });
  });

  it('is refused for a kind that nobody knows', () => {
    expect(refusalOf(stackOf({ kind: 'posterize' } as unknown as Adjustment)).code).toBe(
      'adjustment.unknownKind',
    );
  });
});
