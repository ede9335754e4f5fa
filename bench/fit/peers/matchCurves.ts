import { interpolateSorted, nearestMonotone } from '../../../src/engine/math/monotone';
import { NormalEquations } from '../../../src/engine/math/normalEquations';

const KNOTS = 12;

/** Monotone curves, one a channel, from corresponding values: broken lines with 12 knots, weighted least squares. */
export function matchCurves(
  from: Float64Array,
  to: Float64Array,
  weight: Float64Array,
): ((v: number) => number)[] {
  const knots = Float64Array.from({ length: KNOTS }, (_, k) => k / (KNOTS - 1));
  return [0, 1, 2].map((c) => {
    const system = new NormalEquations(KNOTS);
    const row = new Float64Array(KNOTS);
    for (let i = 0; i < weight.length; i++) {
      const position = Math.max(0, Math.min(1, from[3 * i + c])) * (KNOTS - 1);
      const k = Math.min(KNOTS - 2, Math.floor(position));
      row.fill(0);
      row[k] = 1 - (position - k);
      row[k + 1] = position - k;
      system.add(row, to[3 * i + c] - from[3 * i + c], weight[i]);
    }
    const offsets = system.solve(1e-4);
    const values = nearestMonotone(knots.map((v, k) => v + offsets[k]));
    return (v) => interpolateSorted(knots, values, v);
  });
}
