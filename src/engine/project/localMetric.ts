/**
 * ΔE2000 around given colors as a quadratic form: |A (y − t)| is, to first order, the ΔE2000 between the encoded RGB
 * colors y and t. A is the upper triangular Cholesky factor of the metric at t, taken by finite differences.
 * Least squares in A (y − t) then minimizes ΔE2000.
 */
import { createRgbToLab } from '../color/lab';
import type { RgbSpaceId } from '../color/rgbSpace';
import { deltaE2000 } from '../metrics/deltaE';

/** Values a color takes in the result: a₀₀ a₀₁ a₀₂ a₁₁ a₁₂ a₂₂. */
export const METRIC_STRIDE = 6;

/** Step of the finite differences in encoded values: about one 8-bit level. */
const STEP = 0.004;

/** Share of the mean of the diagonal that the metric keeps in every direction. */
const FLOOR = 0.01;

/** @param targets 3 · count encoded values in [0, 1] @returns 6 · count values */
export function localMetric(targets: Float64Array, space: RgbSpaceId): Float64Array {
  const toLab = createRgbToLab(space);
  const count = targets.length / 3;
  const result = new Float64Array(METRIC_STRIDE * count);
  const here = new Float64Array(3);
  const there = new Float64Array(3);
  const step = new Float64Array(3);
  const squared = (i: number, d0: number, d1: number, d2: number): number => {
    toLab(targets[i] + d0, targets[i + 1] + d1, targets[i + 2] + d2, there, 0);
    const d = deltaE2000(here[0], here[1], here[2], there[0], there[1], there[2]) / STEP;
    return d * d;
  };
  for (let k = 0; k < count; k++) {
    const i = 3 * k;
    toLab(targets[i], targets[i + 1], targets[i + 2], here, 0);
    // Inwards, so that no step leaves the cube, where colors are clipped.
    for (let c = 0; c < 3; c++) step[c] = targets[i + c] > 0.5 ? -STEP : STEP;
    const [s0, s1, s2] = step;
    const m00 = squared(i, s0, 0, 0);
    const m11 = squared(i, 0, s1, 0);
    const m22 = squared(i, 0, 0, s2);
    const m01 = (Math.sign(s0 * s1) * (squared(i, s0, s1, 0) - m00 - m11)) / 2;
    const m02 = (Math.sign(s0 * s2) * (squared(i, s0, 0, s2) - m00 - m22)) / 2;
    const m12 = (Math.sign(s1 * s2) * (squared(i, 0, s1, s2) - m11 - m22)) / 2;
    const floor = FLOOR * (m00 + m11 + m22) + 1;
    const a00 = Math.sqrt(Math.max(m00, floor));
    const a01 = m01 / a00;
    const a02 = m02 / a00;
    const a11 = Math.sqrt(Math.max(m11 - a01 * a01, floor));
    const a12 = (m12 - a01 * a02) / a11;
    const a22 = Math.sqrt(Math.max(m22 - a02 * a02 - a12 * a12, floor));
    result.set([a00, a01, a02, a11, a12, a22], METRIC_STRIDE * k);
  }
  return result;
}
