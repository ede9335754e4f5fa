/**
 * Is this a black-and-white look, toned or not? Then what comes out lies on one line through the cube: at a given
 * green, red and blue are what they are, whatever color came in.
 */
import type { ProjectionTargets } from './projectionTargets';

const BINS = 16;

/** Largest rms distance from the line, in encoded values. */
const SPREAD = 0.015;

export function isMonochrome({ count, targets, weights }: ProjectionTargets): boolean {
  // Per bin of green: weight, and first and second moments of red − green and blue − green.
  const moments = new Float64Array(5 * BINS);
  for (let i = 0; i < count; i++) {
    const green = targets[3 * i + 1];
    const red = targets[3 * i] - green;
    const blue = targets[3 * i + 2] - green;
    const at = 5 * Math.min(Math.floor(green * BINS), BINS - 1);
    const weight = weights[i];
    moments[at] += weight;
    moments[at + 1] += weight * red;
    moments[at + 2] += weight * red * red;
    moments[at + 3] += weight * blue;
    moments[at + 4] += weight * blue * blue;
  }
  let variance = 0;
  for (let at = 0; at < moments.length; at += 5) {
    const weight = moments[at];
    if (weight === 0) continue;
    variance +=
      moments[at + 2] - moments[at + 1] ** 2 / weight + moments[at + 4] - moments[at + 3] ** 2 / weight;
  }
  return Math.sqrt(Math.max(variance, 0)) < SPREAD;
}
