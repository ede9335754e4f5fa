/**
 * Robust regularized fit of the local warp to what the homography leaves over: weighted least squares on the spline's
 * coefficients with a penalty on their second differences, re-weighted by Tukey's biweight.
 */
import type { Homography, LocalWarp } from './alignment';
import type { Correspondences } from './correspondences';
import { displacementAt, splineCell, splineWeights } from './localWarp';
import { solveCholesky } from '../math/solveCholesky';

/** Weights of the first differences and of the coefficients themselves, relative to the second differences. */
const MEMBRANE = 0.05;
const SIZE = 0.002;

export interface LocalWarpOptions {
  /** Size of the digital picture that the correspondences are in. */
  readonly width: number;
  readonly height: number;
  /** Cells on the long edge; the short edge gets as many as keep them about square. */
  readonly cells: number;
  /** Weight of the smoothness penalty, relative to the data. */
  readonly smoothness: number;
  /** Residuals beyond this many digital pixels have no weight. */
  readonly cutoffPx: number;
  readonly iterations: number;
}

/**
 * The displacement that brings `filmToDigital` onto the correspondences; null when there are too few of them. The penalty
 * is on the difference from `prior` (of the same shape), or from no displacement.
 */
export function fitLocalWarp(
  points: Correspondences,
  filmToDigital: Homography,
  options: LocalWarpOptions,
  start: LocalWarp | null,
  prior: LocalWarp | null = null,
): LocalWarp | null {
  const { width, height, cells, smoothness, cutoffPx, iterations } = options;
  const edge = Math.max(width, height);
  const columns = Math.max(2, Math.round((cells * width) / edge)) + 3;
  const rows = Math.max(2, Math.round((cells * height) / edge)) + 3;
  const nodes = columns * rows;
  const n = 2 * nodes;
  if (points.count < 12) return null;
  let warp = start;
  const normal = new Float64Array(n * n);
  const right = new Float64Array(n);
  const wx = new Float64Array(4);
  const wy = new Float64Array(4);
  const node = new Int32Array(16);
  const basis = new Float64Array(16);
  const here = { dx: 0, dy: 0 };
  const h = filmToDigital;
  for (let iteration = 0; iteration < iterations; iteration++) {
    normal.fill(0);
    right.fill(0);
    let information = 0;
    for (let i = 0; i < points.count; i++) {
      const fx = points.filmX[i];
      const fy = points.filmY[i];
      const x = points.digitalX[i];
      const y = points.digitalY[i];
      const w = h[6] * fx + h[7] * fy + h[8];
      const rx = x - (h[0] * fx + h[1] * fy + h[2]) / w;
      const ry = y - (h[3] * fx + h[4] * fy + h[5]) / w;
      let axx = points.infoXX[i];
      let axy = points.infoXY[i];
      let ayy = points.infoYY[i];
      here.dx = 0;
      here.dy = 0;
      if (warp) displacementAt(warp, x, y, here);
      const ex = rx - here.dx;
      const ey = ry - here.dy;
      const distance = Math.sqrt((2 * (ex * ex * axx + 2 * ex * ey * axy + ey * ey * ayy)) / (axx + ayy));
      if (!(distance < cutoffPx)) continue;
      const weight = (1 - (distance / cutoffPx) ** 2) ** 2;
      axx *= weight;
      axy *= weight;
      ayy *= weight;
      information += axx + ayy;
      const cx = splineCell(x, width, columns);
      const cy = splineCell(y, height, rows);
      const column = Math.floor(cx);
      const row = Math.floor(cy);
      splineWeights(cx - column, wx);
      splineWeights(cy - row, wy);
      for (let k = 0; k < 16; k++) {
        node[k] = (row + (k >> 2)) * columns + column + (k & 3);
        basis[k] = wx[k & 3] * wy[k >> 2];
      }
      const bx = axx * rx + axy * ry;
      const by = axy * rx + ayy * ry;
      for (let a = 0; a < 16; a++) {
        const p = node[a];
        right[2 * p] += basis[a] * bx;
        right[2 * p + 1] += basis[a] * by;
        for (let b = 0; b <= a; b++) {
          const q = node[b];
          const product = basis[a] * basis[b];
          const at = 2 * p * n + 2 * q;
          normal[at] += product * axx;
          normal[at + n] += product * axy;
          normal[at + n + 1] += product * ayy;
          if (a !== b) normal[at + 1] += product * axy;
        }
      }
    }
    if (information === 0) return warp;
    if (prior) subtractPrior(normal, right, n, prior);
    addSmoothness(normal, n, columns, rows, (smoothness * information) / (2 * nodes));
    if (!solveCholesky(normal, right, n)) return warp;
    const dx = Float32Array.from({ length: nodes }, (_, k) => right[2 * k] + (prior?.dx[k] ?? 0));
    const dy = Float32Array.from({ length: nodes }, (_, k) => right[2 * k + 1] + (prior?.dy[k] ?? 0));
    warp = { columns, rows, dx, dy, width, height };
  }
  return warp;
}

/** Squared second differences along rows and columns and across, of both axes' coefficients. */
function addSmoothness(normal: Float64Array, n: number, columns: number, rows: number, lambda: number): void {
  const add = (nodes: readonly number[], factors: readonly number[], weight: number): void => {
    for (let a = 0; a < nodes.length; a++) {
      for (let b = 0; b < nodes.length; b++) {
        if (nodes[b] > nodes[a]) continue;
        const value = weight * factors[a] * factors[b];
        const at = 2 * nodes[a] * n + 2 * nodes[b];
        normal[at] += value;
        normal[at + n + 1] += value;
      }
    }
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const k = row * columns + column;
      if (column + 2 < columns) add([k, k + 1, k + 2], [1, -2, 1], lambda);
      if (row + 2 < rows) add([k, k + columns, k + 2 * columns], [1, -2, 1], lambda);
      if (column + 1 < columns && row + 1 < rows) {
        add([k, k + 1, k + columns, k + columns + 1], [1, -1, -1, 1], 2 * lambda);
      }
      // Where no tile says anything the surface levels off instead of running on, and tends to zero.
      if (column + 1 < columns) add([k, k + 1], [1, -1], MEMBRANE * lambda);
      if (row + 1 < rows) add([k, k + columns], [1, -1], MEMBRANE * lambda);
      add([k], [1], SIZE * lambda);
    }
  }
}

/** Turns the equations for the coefficients into those for their difference from the prior. */
function subtractPrior(normal: Float64Array, right: Float64Array, n: number, prior: LocalWarp): void {
  const at = (i: number): number => (i % 2 ? prior.dy[i >> 1] : prior.dx[i >> 1]);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = normal[i * n + j];
      if (value === 0) continue;
      right[i] -= value * at(j);
      if (i !== j) right[j] -= value * at(i);
    }
  }
}
