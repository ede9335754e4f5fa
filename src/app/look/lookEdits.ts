/** What a user changes by hand on a fitted look. Reset is a constant: `NO_EDITS` changes nothing. */

/** Inputs of the points that can be dragged on every curve. */
export const CURVE_POINT_INPUTS = [0, 0.25, 0.5, 0.75, 1] as const;

export const CURVE_NAMES = ['tone', 'red', 'green', 'blue'] as const;
export type CurveName = (typeof CURVE_NAMES)[number];

/** The six hues that photographers name, by their OKLCh angle (of the sRGB primaries and secondaries). */
export const HUE_CENTERS_DEG = {
  red: 29,
  yellow: 110,
  green: 142,
  cyan: 195,
  blue: 264,
  magenta: 328,
} as const;
export type HueName = keyof typeof HUE_CENTERS_DEG;
export const HUE_NAMES = Object.keys(HUE_CENTERS_DEG) as readonly HueName[];

export const SLIDER_NAMES = [
  'exposure',
  'warmth',
  'tint',
  'contrast',
  'blacks',
  'whites',
  'saturation',
] as const;
export type SliderName = (typeof SLIDER_NAMES)[number];

/**
 * Chroma (OKLCh) of the points of the saturation curve; beyond the last the curve goes on as there. Nearer to each other
 * among the pale colors, which most of a photo is made of; sRGB ends at about 0.32.
 */
export const CHROMA_POINTS = [0, 0.05, 0.1, 0.2, 0.3] as const;

/** How much of another channel each channel takes, in linear light. */
export const MIX_NAMES = [
  'redFromGreen',
  'redFromBlue',
  'greenFromRed',
  'greenFromBlue',
  'blueFromRed',
  'blueFromGreen',
] as const;
export type MixName = (typeof MIX_NAMES)[number];

/** Percent. */
export const RESIDUAL_AS_LEARNED = 100;
export const RESIDUAL_MAX = 200;

/** −100…100; what 100 means stands in applyEdits.ts. */
export interface HueEdit {
  readonly shift: number;
  readonly saturation: number;
  readonly lightness: number;
}

export interface LookEdits {
  /** −100…100 each. */
  readonly sliders: Readonly<Record<SliderName, number>>;
  /** Added to the outputs at CURVE_POINT_INPUTS, in levels −255…255. */
  readonly curves: Readonly<Record<CurveName, readonly number[]>>;
  readonly hues: Readonly<Record<HueName, HueEdit>>;
  /** More or less saturation at CHROMA_POINTS, in percent of what it is there, −100…100. */
  readonly chroma: readonly number[];
  /** Added to the share that a channel takes of another, in percent of its light, −100…100. */
  readonly mixing: Readonly<Record<MixName, number>>;
  /** Strength of the residual lattice in percent of what was learned, 0…RESIDUAL_MAX. */
  readonly residual: number;
}

const FLAT = CURVE_POINT_INPUTS.map(() => 0);
const NO_HUE_EDIT: HueEdit = { shift: 0, saturation: 0, lightness: 0 };

export const NO_EDITS: LookEdits = {
  sliders: { exposure: 0, warmth: 0, tint: 0, contrast: 0, blacks: 0, whites: 0, saturation: 0 },
  curves: { tone: FLAT, red: FLAT, green: FLAT, blue: FLAT },
  hues: {
    red: NO_HUE_EDIT,
    yellow: NO_HUE_EDIT,
    green: NO_HUE_EDIT,
    cyan: NO_HUE_EDIT,
    blue: NO_HUE_EDIT,
    magenta: NO_HUE_EDIT,
  },
  chroma: CHROMA_POINTS.map(() => 0),
  mixing: {
    redFromGreen: 0,
    redFromBlue: 0,
    greenFromRed: 0,
    greenFromBlue: 0,
    blueFromRed: 0,
    blueFromGreen: 0,
  },
  residual: RESIDUAL_AS_LEARNED,
};

export function withSlider(edits: LookEdits, name: SliderName, value: number): LookEdits {
  return { ...edits, sliders: { ...edits.sliders, [name]: value } };
}

export function withCurvePoint(edits: LookEdits, name: CurveName, index: number, levels: number): LookEdits {
  const points = edits.curves[name].map((old, i) => (i === index ? levels : old));
  return { ...edits, curves: { ...edits.curves, [name]: points } };
}

export function withHue(edits: LookEdits, name: HueName, change: Partial<HueEdit>): LookEdits {
  return { ...edits, hues: { ...edits.hues, [name]: { ...edits.hues[name], ...change } } };
}

export function withChroma(edits: LookEdits, index: number, percent: number): LookEdits {
  return { ...edits, chroma: edits.chroma.map((old, i) => (i === index ? percent : old)) };
}

export function withMix(edits: LookEdits, name: MixName, percent: number): LookEdits {
  return { ...edits, mixing: { ...edits.mixing, [name]: percent } };
}

export function withResidual(edits: LookEdits, percent: number): LookEdits {
  return { ...edits, residual: percent };
}

export function hasEdits({ sliders, curves, hues, chroma, mixing, residual }: LookEdits): boolean {
  const numbers = [
    ...Object.values(sliders),
    ...Object.values(curves).flat(),
    ...Object.values(hues).flatMap(({ shift, saturation, lightness }) => [shift, saturation, lightness]),
    ...chroma,
    ...Object.values(mixing),
    residual - RESIDUAL_AS_LEARNED,
  ];
  return numbers.some((value) => value !== 0);
}
