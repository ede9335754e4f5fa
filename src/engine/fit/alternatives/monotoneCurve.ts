import { interpolateSorted, nearestMonotone } from '../../math/monotone';

const CELLS = 24;

/** The rising curve through weighted points of x and y: means over cells, made non-decreasing; slope 1 beyond the data. */
export function monotoneCurve(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weight: ArrayLike<number>,
): (x: number) => number {
  const sums = Array.from({ length: CELLS }, () => ({ weight: 0, x: 0, y: 0 }));
  for (let i = 0; i < x.length; i++) {
    const cell = sums[Math.min(CELLS - 1, Math.max(0, Math.floor(x[i] * CELLS)))];
    cell.weight += weight[i];
    cell.x += weight[i] * x[i];
    cell.y += weight[i] * y[i];
  }
  const filled = sums.filter((cell) => cell.weight > 0);
  const xs = filled.map((cell) => cell.x / cell.weight);
  const ys = nearestMonotone(filled.map((cell) => cell.y / cell.weight));
  const first = xs[0];
  const last = xs[xs.length - 1];
  return (v) => interpolateSorted(xs, ys, v) + Math.min(0, v - first) + Math.max(0, v - last);
}
