/** The digital colors of all pairs, averaged in cells of RGB, so that thousands of samples become some hundred colors. */
import type { RgbSpaceId } from '../color/rgbSpace';
import type { ColorSamples } from '../sample/colorSamples';
import type { WeightedColors } from './naturalPalette';

/** Cells along each axis of the encoded cube. */
const CELLS = 12;

/** Heavier cells are kept first. */
const MAX_COLORS = 130;

/** A wall fills half the picture and is still one color: weight counts by its root. */
const EXPONENT = 0.5;

/** @throws RangeError when samples are in another space than the look. */
export function binSampleColors(samples: readonly ColorSamples[], space: RgbSpaceId): WeightedColors {
  const sums = new Float64Array(4 * CELLS ** 3);
  for (const set of samples) {
    if (set.space !== space) {
      throw new RangeError(`Samples are in ${set.space}, the look is in ${space}: convert one of them.`);
    }
    for (let i = 0; i < set.count; i++) addSample(sums, set, i);
  }
  const cells: number[] = [];
  for (let k = 0; k < CELLS ** 3; k++) if (sums[4 * k + 3] > 0) cells.push(k);
  cells.sort((p, q) => sums[4 * q + 3] - sums[4 * p + 3] || p - q);
  const kept = cells.slice(0, MAX_COLORS);
  const colors = new Float32Array(3 * kept.length);
  const weights = new Float64Array(kept.length);
  let total = 0;
  kept.forEach((cell, i) => {
    const weight = sums[4 * cell + 3];
    for (let c = 0; c < 3; c++) colors[3 * i + c] = sums[4 * cell + c] / weight;
    weights[i] = weight ** EXPONENT;
    total += weights[i];
  });
  for (let i = 0; i < weights.length; i++) weights[i] /= total;
  return { colors, weights };
}

function addSample(sums: Float64Array, set: ColorSamples, i: number): void {
  const weight = set.weight[i];
  let cell = 0;
  for (let c = 2; c >= 0; c--) {
    const value = set.digital[3 * i + c];
    if (!(value >= 0 && value <= 1)) return;
    cell = cell * CELLS + Math.min(Math.floor(value * CELLS), CELLS - 1);
  }
  if (!(weight > 0) || weight === Infinity) return;
  for (let c = 0; c < 3; c++) sums[4 * cell + c] += weight * set.digital[3 * i + c];
  sums[4 * cell + 3] += weight;
}
