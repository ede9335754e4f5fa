/**
 * The sliders of a Hue/Saturation layer as one list of numbers: master hue, saturation and lightness; the same three
 * for each of the six ranges; then, if the handles are free, four handles a range in degrees from its center.
 */
import { DEFAULT_HUE_RANGES, HUE_RANGE_NAMES } from '../../adjustments';
import type { HueRange, HueRangeName, HueSaturationAdjustment } from '../../adjustments';
import type { Parameter } from './layerModel';
import { turn } from './rangeTrapezoid';

export const RANGES = HUE_RANGE_NAMES.length;
/** Sliders of the master, before those of the ranges. */
export const MASTER = 3;
/** Where the handles begin. */
export const HANDLES_FROM = MASTER + 3 * RANGES;

/** Default handles in degrees from the center of a range, and how far they may be moved and still be in order. */
export const HANDLES = [
  { neutral: -45, min: -62, max: -32 },
  { neutral: -15, min: -29, max: -2 },
  { neutral: 15, min: 2, max: 29 },
  { neutral: 45, min: 32, max: 62 },
] as const;

export interface HueSaturationModelOptions {
  readonly freeHandles: boolean;
  /** Prior standard deviations in slider units. */
  readonly sigma: {
    readonly hue: number;
    readonly saturation: number;
    readonly lightness: number;
    readonly handle: number;
  };
  /** Largest range hue shift in degrees. */
  readonly maxRangeHue: number;
}

export function hueSaturationSliders(options: HueSaturationModelOptions): Parameter[] {
  const { freeHandles, sigma, maxRangeHue } = options;
  const parameters: Parameter[] = [
    { neutral: 0, min: -180, max: 180, sigma: sigma.hue },
    { neutral: 0, min: -100, max: 90, sigma: sigma.saturation },
    // Master lightness is what Curves do better: it grays black and white.
    { neutral: 0, min: 0, max: 0, sigma: 1 },
  ];
  for (let i = 0; i < RANGES; i++) {
    parameters.push(
      { neutral: 0, min: -maxRangeHue, max: maxRangeHue, sigma: sigma.hue },
      { neutral: 0, min: -100, max: 90, sigma: sigma.saturation },
      { neutral: 0, min: -100, max: 100, sigma: sigma.lightness },
    );
  }
  if (freeHandles) {
    for (let i = 0; i < RANGES; i++) {
      for (const handle of HANDLES) parameters.push({ ...handle, sigma: sigma.handle });
    }
  }
  return parameters;
}

/** The layer with these sliders, rounded to whole numbers. */
export function toHueSaturation(values: Float64Array, freeHandles: boolean): HueSaturationAdjustment {
  const shift = (at: number) => ({
    hue: whole(values[at]),
    saturation: whole(values[at + 1]),
    lightness: whole(values[at + 2]),
  });
  const ranges: Record<HueRangeName, HueRange> = { ...DEFAULT_HUE_RANGES };
  HUE_RANGE_NAMES.forEach((name, i) => {
    const handle = (k: number): number =>
      turn(60 * i + (freeHandles ? Math.round(values[HANDLES_FROM + 4 * i + k]) : HANDLES[k].neutral));
    ranges[name] = {
      ...shift(MASTER + 3 * i),
      beginRamp: handle(0),
      beginSustain: handle(1),
      endSustain: handle(2),
      endRamp: handle(3),
    };
  });
  return { kind: 'hueSaturation', colorize: false, master: shift(0), ranges };
}

/** Rounded, and never −0, which would be written as "-0". */
const whole = (value: number): number => Math.round(value) + 0;
