/**
 * What is known of a mapping before anything is measured: little perspective and stretch between two views of one place,
 * little distortion, and parallax of limited size that is alike at neighbouring places and averages out.
 */
import type { Homography } from './alignment';
import type { NormalEquations } from './mappingEquations';
import { LENS } from './mappingEquations';
import type { SplineGrid } from './splineTable';

/** Spread that camera positions and lenses are expected to give each of these, over the film frame. */
const PERSPECTIVE_SPREAD = 0.03;
const STRETCH_SPREAD = 0.04;
const DISTORTION_SPREAD = 0.03;
/** Weights of the first and second differences relative to the coefficients themselves: how far a displacement reaches. */
const REACH = 1.5;
const BEND = 0.5;

/** Observations, of weight `unit`, that there is neither perspective nor stretch nor distortion (none at all unless `radial`). */
export function addLensPrior(
  { matrix, right, size: n }: NormalEquations,
  h: Homography,
  k: number,
  unit: number,
  radial: boolean,
): void {
  const first = n - LENS;
  const observe = (a: number, b: number, sign: number, value: number, spread: number): void => {
    const weight = unit / (spread * spread);
    const [p, q] = [first + a, first + b];
    matrix[p * n + p] += weight;
    right[p] -= weight * value;
    if (q === p) return;
    matrix[q * n + q] += weight;
    matrix[q * n + p] += sign * weight;
    right[q] -= sign * weight * value;
  };
  const side = h[0] * h[4] - h[1] * h[3] < 0 ? -1 : 1;
  const size = Math.hypot(h[0], h[1], h[3], h[4]);
  observe(0, 4, -side, h[0] - side * h[4], STRETCH_SPREAD * size);
  observe(1, 3, side, h[1] + side * h[3], STRETCH_SPREAD * size);
  observe(6, 6, 1, h[6], PERSPECTIVE_SPREAD);
  observe(7, 7, 1, h[7], PERSPECTIVE_SPREAD);
  observe(8, 8, 1, k, radial ? DISTORTION_SPREAD : 1e-9);
}

/** Squares of the coefficients and of their first and second differences along rows and columns. */
export function addWarpPrior(
  { matrix, right, size: n }: NormalEquations,
  { columns, rows }: SplineGrid,
  coefficients: Float64Array,
  weight: number,
): void {
  const add = (nodes: readonly number[], factors: readonly number[], strength: number): void => {
    for (let axis = 0; axis < 2; axis++) {
      let value = 0;
      for (let a = 0; a < nodes.length; a++) value += factors[a] * coefficients[2 * nodes[a] + axis];
      for (let a = 0; a < nodes.length; a++) {
        const p = 2 * nodes[a] + axis;
        right[p] -= strength * factors[a] * value;
        for (let b = 0; b <= a; b++) {
          const q = 2 * nodes[b] + axis;
          matrix[Math.max(p, q) * n + Math.min(p, q)] += strength * factors[a] * factors[b];
        }
      }
    }
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column;
      add([i], [1], weight);
      if (column + 1 < columns) add([i, i + 1], [1, -1], REACH * weight);
      if (row + 1 < rows) add([i, i + columns], [1, -1], REACH * weight);
      if (column + 2 < columns) add([i, i + 1, i + 2], [1, -2, 1], BEND * weight);
      if (row + 2 < rows) add([i, i + columns, i + 2 * columns], [1, -2, 1], BEND * weight);
    }
  }
}
