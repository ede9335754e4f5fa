/** What a user changes by hand on a fitted look. All zeros changes nothing, so reset is a constant. */

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

export function hasEdits({ sliders, curves, hues }: LookEdits): boolean {
  const numbers = [
    ...Object.values(sliders),
    ...Object.values(curves).flat(),
    ...Object.values(hues).flatMap(({ shift, saturation, lightness }) => [shift, saturation, lightness]),
  ];
  return numbers.some((value) => value !== 0);
}

/** What was saved, as far as it is what it should be; no edits for anything else. */
export function readEdits(text: string | null): LookEdits {
  const saved = asRecord(parse(text));
  const [sliders, curves, hues] = [saved.sliders, saved.curves, saved.hues].map(asRecord);
  let edits = NO_EDITS;
  for (const name of SLIDER_NAMES) edits = withSlider(edits, name, numberIn(sliders[name], 100));
  for (const name of CURVE_NAMES) {
    const points = asRecord(curves[name]);
    for (const index of FLAT.keys()) {
      edits = withCurvePoint(edits, name, index, numberIn(points[index], 255));
    }
  }
  for (const name of HUE_NAMES) {
    const { shift, saturation, lightness } = asRecord(hues[name]);
    edits = withHue(edits, name, {
      shift: numberIn(shift, 100),
      saturation: numberIn(saturation, 100),
      lightness: numberIn(lightness, 100),
    });
  }
  return edits;
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function numberIn(value: unknown, limit: number): number {
  return typeof value === 'number' && Math.abs(value) <= limit ? value : 0;
}
