/**
 * Photoshop's adjustment layers in Photoshop's own units: what the Properties panel shows is what stands here.
 * Every table over `AdjustmentKind` (renderers, descriptors, PSD blocks) is a `Record`, so that a new kind which
 * somebody forgot does not compile.
 */
import type { Lut3d } from './render/lut3d';

/** Integers 0…255; at least two points, inputs strictly increasing. */
export interface CurvePoint {
  readonly input: number;
  readonly output: number;
}

export type CurvePoints = readonly CurvePoint[];

/** Channel curves act first, the composite curve on their result. */
export interface CurvesAdjustment {
  readonly kind: 'curves';
  readonly composite: CurvePoints;
  readonly red: CurvePoints;
  readonly green: CurvePoints;
  readonly blue: CurvePoints;
}

export interface LevelsChannel {
  /** Integers 0…255. */
  readonly inputBlack: number;
  readonly inputWhite: number;
  /** 0.10…9.99, two decimals. */
  readonly gamma: number;
  readonly outputBlack: number;
  readonly outputWhite: number;
}

export interface LevelsAdjustment {
  readonly kind: 'levels';
  readonly composite: LevelsChannel;
  readonly red: LevelsChannel;
  readonly green: LevelsChannel;
  readonly blue: LevelsChannel;
}

/** Cyan–red, magenta–green, yellow–blue; integers −100…100. */
export type ColorBalanceTriple = readonly [cyanRed: number, magentaGreen: number, yellowBlue: number];

export interface ColorBalanceAdjustment {
  readonly kind: 'colorBalance';
  readonly shadows: ColorBalanceTriple;
  readonly midtones: ColorBalanceTriple;
  readonly highlights: ColorBalanceTriple;
  readonly preserveLuminosity: boolean;
}

/** Integers: hue −180…180, saturation −100…100, lightness −100…100. */
export interface HueSaturationShift {
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
}

/** A hue range: weight 0 → 1 from beginRamp to beginSustain, 1 → 0 from endSustain to endRamp. Integer degrees 0…359. */
export interface HueRange extends HueSaturationShift {
  readonly beginRamp: number;
  readonly beginSustain: number;
  readonly endSustain: number;
  readonly endRamp: number;
}

export const HUE_RANGE_NAMES = ['reds', 'yellows', 'greens', 'cyans', 'blues', 'magentas'] as const;
export type HueRangeName = (typeof HUE_RANGE_NAMES)[number];

export interface HueSaturationAdjustment {
  readonly kind: 'hueSaturation';
  /** With colorize on, `master` means hue 0…360, saturation 0…100, lightness −100…100, and the ranges do nothing. */
  readonly colorize: boolean;
  readonly master: HueSaturationShift;
  readonly ranges: Readonly<Record<HueRangeName, HueRange>>;
}

/** Percent −200…200 of red, green and blue, and a constant. */
export interface ChannelMixerRow {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly constant: number;
}

export interface ChannelMixerAdjustment {
  readonly kind: 'channelMixer';
  /** With monochrome on, the row `red` makes all three channels. */
  readonly monochrome: boolean;
  readonly red: ChannelMixerRow;
  readonly green: ChannelMixerRow;
  readonly blue: ChannelMixerRow;
}

export const SELECTIVE_COLOR_NAMES = [
  'reds',
  'yellows',
  'greens',
  'cyans',
  'blues',
  'magentas',
  'whites',
  'neutrals',
  'blacks',
] as const;
export type SelectiveColorName = (typeof SELECTIVE_COLOR_NAMES)[number];

/** Percent −100…100 of each ink. */
export interface InkShift {
  readonly cyan: number;
  readonly magenta: number;
  readonly yellow: number;
  readonly black: number;
}

export interface SelectiveColorAdjustment {
  readonly kind: 'selectiveColor';
  readonly method: 'relative' | 'absolute';
  readonly colors: Readonly<Record<SelectiveColorName, InkShift>>;
}

export interface ColorLookupAdjustment {
  readonly kind: 'colorLookup';
  readonly lut: Lut3d;
  readonly dither: boolean;
  /** Shown in the Properties panel. */
  readonly lutName: string;
}

export type Adjustment =
  | CurvesAdjustment
  | LevelsAdjustment
  | ColorBalanceAdjustment
  | HueSaturationAdjustment
  | ChannelMixerAdjustment
  | SelectiveColorAdjustment
  | ColorLookupAdjustment;

export type AdjustmentKind = Adjustment['kind'];
export type AdjustmentOf<K extends AdjustmentKind> = Extract<Adjustment, { kind: K }>;

export interface AdjustmentLayer {
  readonly name: string;
  readonly adjustment: Adjustment;
  /** Percent 0…100. */
  readonly opacity: number;
}

/** What one Filmfit group holds in Photoshop, from the bottom layer to the top one. */
export interface AdjustmentStack {
  readonly name: string;
  readonly layers: readonly AdjustmentLayer[];
  /** Percent 0…100, the opacity of the group. */
  readonly opacity: number;
}

export const IDENTITY_CURVE: CurvePoints = [
  { input: 0, output: 0 },
  { input: 255, output: 255 },
];

export const NO_SHIFT: HueSaturationShift = { hue: 0, saturation: 0, lightness: 0 };

const hueRange = (center: number): HueRange => ({
  ...NO_SHIFT,
  beginRamp: (center + 315) % 360,
  beginSustain: (center + 345) % 360,
  endSustain: (center + 15) % 360,
  endRamp: (center + 45) % 360,
});

/** Photoshop's default handles: 30° wide plateaus every 60°, with 30° ramps on both sides. */
export const DEFAULT_HUE_RANGES: Readonly<Record<HueRangeName, HueRange>> = {
  reds: hueRange(0),
  yellows: hueRange(60),
  greens: hueRange(120),
  cyans: hueRange(180),
  blues: hueRange(240),
  magentas: hueRange(300),
};

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly step: number;
  readonly unit: '' | '°' | '%';
}

/** One row a slider; feeds validation, the panel's sliders and property tests. */
export const ADJUSTMENT_RANGES = {
  curveLevel: { min: 0, max: 255, default: 0, step: 1, unit: '' },
  colorBalance: { min: -100, max: 100, default: 0, step: 1, unit: '' },
  hue: { min: -180, max: 180, default: 0, step: 1, unit: '°' },
  saturation: { min: -100, max: 100, default: 0, step: 1, unit: '%' },
  lightness: { min: -100, max: 100, default: 0, step: 1, unit: '%' },
  channelMixer: { min: -200, max: 200, default: 0, step: 1, unit: '%' },
  selectiveColor: { min: -100, max: 100, default: 0, step: 1, unit: '%' },
  opacity: { min: 0, max: 100, default: 100, step: 1, unit: '%' },
  levelsGamma: { min: 0.1, max: 9.99, default: 1, step: 0.01, unit: '' },
} as const satisfies Record<string, Range>;

/** Photoshop's file format stores at most 19 points; 16 is the limit of its user interface. Closer inputs than 4 are untested there. */
export const CURVE_LIMITS = { minPoints: 2, maxPoints: 16, minInputGap: 4 } as const;
