/**
 * What the six color ranges of Hue/Saturation do at one hue: each range has a trapezoid of weight over the hue wheel
 * (0 → 1 along its first ramp, 1 on its plateau, 1 → 0 along its second ramp); weights of overlapping ranges are not
 * normalised. Hue shifts add up; saturation gains add up as differences from 1, never below 0; lightness adds up and
 * is clipped to ±1 after each range.
 */
import { HUE_RANGE_NAMES, type HueRange, type HueSaturationAdjustment } from '../adjustments';

/** Handles sit this much further round the wheel than their number says; measured, not explained. */
const HANDLE_SCALE = 1.002;

/** One range that does something, with its handles as distances in degrees from the first one. */
export interface ActiveRange {
  readonly startDeg: number;
  readonly fullFromDeg: number;
  readonly fullToDeg: number;
  readonly endDeg: number;
  readonly hueDeg: number;
  /** Gain minus one. */
  readonly saturation: number;
  /** −1…1. */
  readonly lightness: number;
}

const turn = (deg: number): number => ((deg % 360) + 360) % 360;

/** The ranges that are not all zero, in Photoshop's order; `gainOf` turns a saturation slider into a factor. */
export function activeRanges(
  ranges: HueSaturationAdjustment['ranges'],
  gainOf: (saturation: number) => number,
): readonly ActiveRange[] {
  return HUE_RANGE_NAMES.map((name) => ranges[name])
    .filter((range) => range.hue !== 0 || range.saturation !== 0 || range.lightness !== 0)
    .map((range) => activeRange(range, gainOf));
}

function activeRange(range: HueRange, gainOf: (saturation: number) => number): ActiveRange {
  const start = range.beginRamp * HANDLE_SCALE;
  return {
    startDeg: start,
    fullFromDeg: turn(range.beginSustain * HANDLE_SCALE - start),
    fullToDeg: turn(range.endSustain * HANDLE_SCALE - start),
    endDeg: turn(range.endRamp * HANDLE_SCALE - start),
    hueDeg: range.hue,
    saturation: gainOf(range.saturation) - 1,
    lightness: range.lightness / 100,
  };
}

/** Weight of `range` at a hue, in [0, 1]. */
export function rangeWeight(range: ActiveRange, hueDeg: number): number {
  let x = hueDeg - range.startDeg;
  if (x < 0) x += 360;
  if (x >= 360) x -= 360;
  if (x < range.fullFromDeg) return x / range.fullFromDeg;
  if (x <= range.fullToDeg) return 1;
  if (x < range.endDeg) return (range.endDeg - x) / (range.endDeg - range.fullToDeg);
  return 0;
}

/** Sum of what all ranges do at one hue. Reused between pixels, so that a hot loop allocates nothing. */
export interface RangeEffect {
  hueDeg: number;
  /** Factor on chroma, at least 0. */
  gain: number;
  /** −1…1. */
  lightness: number;
}

/** Writes into `effect` what `ranges` do at `hueDeg` in [0, 360). */
export function rangeEffectAt(ranges: readonly ActiveRange[], hueDeg: number, effect: RangeEffect): void {
  let shift = 0;
  let gain = 1;
  let lightness = 0;
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i];
    const weight = rangeWeight(range, hueDeg);
    if (weight === 0) continue;
    shift += weight * range.hueDeg;
    gain = Math.max(gain + weight * range.saturation, 0);
    lightness = Math.min(Math.max(lightness + weight * range.lightness, -1), 1);
  }
  effect.hueDeg = shift;
  effect.gain = gain;
  effect.lightness = lightness;
}
