/**
 * The mapping's residuals at measured points, their derivatives, and the normal equations of one Gauss–Newton step. The
 * unknowns are the displacement's coefficients, x and y in turn, and after them eight elements of the homography and the
 * radial term: so the displacement's equations are banded and the lens's dense rows come last.
 */
import type { Homography } from './alignment';
import type { Correspondences } from './correspondences';
import type { SplineTable } from './splineTable';

/** Unknowns of the homography and the radial term. */
export const LENS = 9;

export interface NormalEquations {
  /** Lower triangle, row-major. */
  readonly matrix: Float64Array;
  readonly right: Float64Array;
  readonly size: number;
}

/** Maps to the units in which all unknowns are of like size: frame radii on the film, long edges on the digital side. */
export interface UnitMaps {
  readonly fromFilm: Homography;
  readonly toEdge: Homography;
}

export interface Linearization {
  /** Residuals in long edges. */
  readonly rx: Float64Array;
  readonly ry: Float64Array;
  /** Rows of `LENS` derivatives by the homography and the radial term: of x, then of y, for each point. */
  readonly jacobian: Float64Array;
}

export function createLinearization(count: number): Linearization {
  return {
    rx: new Float64Array(count),
    ry: new Float64Array(count),
    jacobian: new Float64Array(2 * LENS * count),
  };
}

/** Fills `out` for the homography `h` (in units), the radial term `k` and the displacement's coefficients. */
export function linearize(
  points: Correspondences,
  { fromFilm, toEdge }: UnitMaps,
  h: Homography,
  k: number,
  splines: SplineTable | null,
  coefficients: Float64Array,
  { rx, ry, jacobian }: Linearization,
): void {
  for (let i = 0; i < points.count; i++) {
    const fx = points.filmX[i] * fromFilm[0] + fromFilm[2];
    const fy = points.filmY[i] * fromFilm[4] + fromFilm[5];
    const square = fx * fx + fy * fy;
    const x = fx * (1 + k * square);
    const y = fy * (1 + k * square);
    const w = Math.max(1e-3, h[6] * x + h[7] * y + h[8]);
    const u = (h[0] * x + h[1] * y + h[2]) / w;
    const v = (h[3] * x + h[4] * y + h[5]) / w;
    let dx = 0;
    let dy = 0;
    if (splines) {
      for (let a = 16 * i; a < 16 * i + 16; a++) {
        dx += splines.basis[a] * coefficients[2 * splines.node[a]];
        dy += splines.basis[a] * coefficients[2 * splines.node[a] + 1];
      }
    }
    rx[i] = points.digitalX[i] * toEdge[0] + toEdge[2] - u - dx;
    ry[i] = points.digitalY[i] * toEdge[4] + toEdge[5] - v - dy;
    const jx = 2 * LENS * i;
    const jy = jx + LENS;
    jacobian[jx] = jacobian[jy + 3] = x / w;
    jacobian[jx + 1] = jacobian[jy + 4] = y / w;
    jacobian[jx + 2] = jacobian[jy + 5] = 1 / w;
    jacobian[jx + 6] = (-u * x) / w;
    jacobian[jx + 7] = (-u * y) / w;
    jacobian[jy + 6] = (-v * x) / w;
    jacobian[jy + 7] = (-v * y) / w;
    jacobian[jx + 8] = (((h[0] - u * h[6]) * fx + (h[1] - u * h[7]) * fy) * square) / w;
    jacobian[jy + 8] = (((h[3] - v * h[6]) * fx + (h[4] - v * h[7]) * fy) * square) / w;
  }
}

/**
 * Distances in digital pixels along the directions that each point knows something about. A point whose information is
 * below `floorInfo` (px⁻²) expects to be off by itself: its distance counts for so much less.
 */
export function measureDistances(
  points: Correspondences,
  { rx, ry }: Linearization,
  edge: number,
  floorInfo: number,
  distances: Float64Array,
): void {
  for (let i = 0; i < points.count; i++) {
    const axx = points.infoXX[i];
    const ayy = points.infoYY[i];
    const form = rx[i] * rx[i] * axx + 2 * rx[i] * ry[i] * points.infoXY[i] + ry[i] * ry[i] * ayy;
    distances[i] = edge * Math.sqrt((2 * Math.max(0, form)) / (axx + ayy + floorInfo));
  }
}

/**
 * Fills the normal equations, each point weighted by Tukey's biweight of its distance; gives the weighted mean square
 * residual a coordinate.
 */
export function accumulate(
  points: Correspondences,
  distances: Float64Array,
  cutoffPx: number,
  { rx, ry, jacobian }: Linearization,
  splines: SplineTable | null,
  { matrix, right, size: n }: NormalEquations,
): number {
  matrix.fill(0);
  right.fill(0);
  const first = n - LENS;
  let noise = 0;
  let used = 0;
  for (let i = 0; i < points.count; i++) {
    if (!(distances[i] < cutoffPx)) continue;
    const weight = (1 - (distances[i] / cutoffPx) ** 2) ** 2;
    const axx = weight * points.infoXX[i];
    const axy = weight * points.infoXY[i];
    const ayy = weight * points.infoYY[i];
    const bx = axx * rx[i] + axy * ry[i];
    const by = axy * rx[i] + ayy * ry[i];
    noise += rx[i] * bx + ry[i] * by;
    used += weight;
    const jx = 2 * LENS * i;
    const jy = jx + LENS;
    for (let a = 0; a < LENS; a++) {
      const fx = jacobian[jx + a] * axx + jacobian[jy + a] * axy;
      const fy = jacobian[jx + a] * axy + jacobian[jy + a] * ayy;
      right[first + a] += jacobian[jx + a] * bx + jacobian[jy + a] * by;
      for (let b = 0; b <= a; b++)
        matrix[(first + a) * n + first + b] += fx * jacobian[jx + b] + fy * jacobian[jy + b];
    }
    if (!splines) continue;
    for (let a = 0; a < 16; a++) {
      const p = 2 * splines.node[16 * i + a];
      const value = splines.basis[16 * i + a];
      right[p] += value * bx;
      right[p + 1] += value * by;
      const vxx = value * axx;
      const vxy = value * axy;
      const vyy = value * ayy;
      for (let b = 0; b < LENS; b++) {
        matrix[(first + b) * n + p] += vxx * jacobian[jx + b] + vxy * jacobian[jy + b];
        matrix[(first + b) * n + p + 1] += vxy * jacobian[jx + b] + vyy * jacobian[jy + b];
      }
      for (let b = 0; b <= a; b++) {
        const q = 2 * splines.node[16 * i + b];
        const product = splines.basis[16 * i + b];
        matrix[p * n + q] += product * vxx;
        matrix[(p + 1) * n + q] += product * vxy;
        matrix[(p + 1) * n + q + 1] += product * vyy;
        if (a !== b) matrix[p * n + q + 1] += product * vxy;
      }
    }
  }
  return noise / Math.max(1e-9, 2 * used);
}
