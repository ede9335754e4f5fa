/** Layers whose rendering is measured: one a row, chosen so that each open question has a row of its own. */
import {
  DEFAULT_HUE_RANGES,
  IDENTITY_CURVE,
  NO_SHIFT,
  SELECTIVE_COLOR_NAMES,
  type Adjustment,
  type ChannelMixerRow,
  type ColorBalanceAdjustment,
  type HueSaturationAdjustment,
  type InkShift,
  type LevelsChannel,
  type SelectiveColorName,
} from '../../engine/adjustments';

const LEVELS: LevelsChannel = { inputBlack: 0, inputWhite: 255, gamma: 1, outputBlack: 0, outputWhite: 255 };

const levels = (gamma: number): Adjustment => ({
  kind: 'levels',
  composite: { ...LEVELS, gamma },
  red: LEVELS,
  green: LEVELS,
  blue: LEVELS,
});

const balance = (fields: Partial<ColorBalanceAdjustment>): Adjustment => ({
  kind: 'colorBalance',
  shadows: [0, 0, 0],
  midtones: [0, 0, 0],
  highlights: [0, 0, 0],
  preserveLuminosity: true,
  ...fields,
});

const hueSaturation = (fields: Partial<HueSaturationAdjustment>): Adjustment => ({
  kind: 'hueSaturation',
  colorize: false,
  master: NO_SHIFT,
  ranges: DEFAULT_HUE_RANGES,
  ...fields,
});

const row = (red: number, green: number, blue: number, constant: number): ChannelMixerRow => ({
  red,
  green,
  blue,
  constant,
});

const selectiveColor = (method: 'relative' | 'absolute'): Adjustment => {
  const shift = (index: number): InkShift => ({
    cyan: 30 - 9 * index,
    magenta: 12 * index - 45,
    yellow: 20,
    black: index % 2 === 0 ? -15 : 10,
  });
  const colors = Object.fromEntries(SELECTIVE_COLOR_NAMES.map((name, i) => [name, shift(i)]));
  return { kind: 'selectiveColor', method, colors: colors as Record<SelectiveColorName, InkShift> };
};

const LUT_SIZE = 9;

/** A table with curvature in every direction, so that tetrahedral and trilinear interpolation differ. */
const colorLookup = (dither: boolean): Adjustment => ({
  kind: 'colorLookup',
  dither,
  lutName: 'Filmfit check',
  lut: {
    size: LUT_SIZE,
    space: 'srgb',
    values: Float32Array.from({ length: 3 * LUT_SIZE ** 3 }, (_, i) => {
      const node = Math.floor(i / 3);
      const at = [0, 1, 2].map((axis) => (Math.floor(node / LUT_SIZE ** axis) % LUT_SIZE) / (LUT_SIZE - 1));
      const c = i % 3;
      return 0.05 + 0.6 * at[c] * at[c] + 0.3 * at[(c + 1) % 3] * at[(c + 2) % 3];
    }),
  },
});

export const ARITHMETIC_CASES: readonly { readonly layer: string; readonly adjustment: Adjustment }[] = [
  {
    layer: 'curves',
    adjustment: {
      kind: 'curves',
      composite: [
        { input: 0, output: 10 },
        { input: 64, output: 50 },
        { input: 160, output: 180 },
        { input: 255, output: 250 },
      ],
      red: [
        { input: 0, output: 0 },
        { input: 40, output: 90 },
        { input: 255, output: 230 },
      ],
      green: IDENTITY_CURVE,
      blue: [
        { input: 20, output: 0 },
        { input: 128, output: 110 },
        { input: 240, output: 255 },
      ],
    },
  },
  { layer: 'levels, gamma 0.70', adjustment: levels(0.7) },
  { layer: 'levels, gamma 1.20', adjustment: levels(1.2) },
  { layer: 'levels, gamma 1.62 (toe)', adjustment: levels(1.62) },
  { layer: 'levels, gamma 2.05 (toe)', adjustment: levels(2.05) },
  { layer: 'levels, gamma 4.00 (toe)', adjustment: levels(4) },
  {
    layer: 'color balance, luminosity preserved',
    adjustment: balance({ shadows: [-12, 4, 20], midtones: [15, -6, -10], highlights: [8, 0, -18] }),
  },
  {
    layer: 'color balance, midtones alone',
    adjustment: balance({ midtones: [38, -23, 13], preserveLuminosity: false }),
  },
  {
    layer: 'color balance, negative shadows alone',
    adjustment: balance({ shadows: [-50, -20, -80], preserveLuminosity: false }),
  },
  {
    layer: 'color balance, positive shadows alone',
    adjustment: balance({ shadows: [50, 20, 80], preserveLuminosity: false }),
  },
  {
    layer: 'color balance, negative highlights alone',
    adjustment: balance({ highlights: [-50, -20, -80], preserveLuminosity: false }),
  },
  {
    layer: 'color balance, all sliders, luminosity not preserved',
    adjustment: balance({
      shadows: [40, -30, 10],
      midtones: [-15, 20, 5],
      highlights: [-35, 25, -60],
      preserveLuminosity: false,
    }),
  },
  {
    layer: 'color balance, sliders of opposite extremes',
    adjustment: balance({ shadows: [-100, 100, 0], highlights: [100, -100, 0] }),
  },
  {
    layer: 'color balance, positive highlights alone',
    adjustment: balance({ highlights: [50, 20, 80], preserveLuminosity: false }),
  },
  {
    layer: 'hue/saturation, master',
    adjustment: hueSaturation({ master: { hue: 22, saturation: -30, lightness: 8 } }),
  },
  {
    layer: 'hue/saturation, ranges',
    adjustment: hueSaturation({
      ranges: {
        ...DEFAULT_HUE_RANGES,
        reds: { ...DEFAULT_HUE_RANGES.reds, hue: 12, saturation: 25, lightness: -10 },
        greens: { ...DEFAULT_HUE_RANGES.greens, hue: -30, saturation: -40, lightness: 12 },
        blues: {
          hue: 15,
          saturation: 20,
          lightness: 0,
          beginRamp: 190,
          beginSustain: 221,
          endSustain: 258,
          endRamp: 290,
        },
      },
    }),
  },
  {
    layer: 'hue/saturation, one range with handles of its own',
    adjustment: hueSaturation({
      ranges: {
        ...DEFAULT_HUE_RANGES,
        cyans: {
          hue: 0,
          saturation: 0,
          lightness: 80,
          beginRamp: 121,
          beginSustain: 167,
          endSustain: 203,
          endRamp: 251,
        },
      },
    }),
  },
  ...[0, 31, 77, 139, 206, 242, 254, 310].map((hue) => ({
    layer: `hue/saturation, colorize ${hue}°`,
    adjustment: hueSaturation({ colorize: true, master: { hue, saturation: 66, lightness: 0 } }),
  })),
  {
    layer: 'hue/saturation, colorize, darker',
    adjustment: hueSaturation({ colorize: true, master: { hue: 206, saturation: 25, lightness: -24 } }),
  },
  {
    layer: 'channel mixer',
    adjustment: {
      kind: 'channelMixer',
      monochrome: false,
      red: row(90, 14, -4, 0),
      green: row(-6, 104, 2, 1),
      blue: row(3, -12, 111, -2),
    },
  },
  { layer: 'selective color, relative', adjustment: selectiveColor('relative') },
  { layer: 'selective color, absolute', adjustment: selectiveColor('absolute') },
  { layer: 'color lookup', adjustment: colorLookup(false) },
  { layer: 'color lookup, dithered', adjustment: colorLookup(true) },
];
