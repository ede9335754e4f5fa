/**
 * Homography, one radial term and a smooth displacement, fitted together to tile measurements. What the tiles leave open
 * is settled by what is known of cameras and scenes: little perspective between two views of one place, little
 * distortion, and parallax of limited size that is alike at neighbouring places and averages out. So the film is not bent
 * where nothing is seen to bend it: the displacement fades there, as in Gaussian process regression (Rasmussen &
 * Williams 2006), of which the spline's penalty is an approximation. Gauss–Newton, re-weighted by Tukey's biweight.
 */
import type { Homography, LocalWarp } from './alignment';
import { bakeRadial } from './bakeRadial';
import type { Correspondences } from './correspondences';
import { composeHomographies, invertHomography } from './homography';
import { splineCell, splineWeights } from './localWarp';
import { solveCholesky } from '../math/solveCholesky';

export interface MappingShape {
  /** Whether a radial term is fitted. */
  readonly radial: boolean;
  /** The smooth displacement: cells on the long edge, and expected size as a share of the long edge. */
  readonly warp: { readonly cells: number; readonly amplitude: number } | null;
}

export interface MappingFitOptions {
  /** Size of the digital picture, and of the film picture. */
  readonly width: number;
  readonly height: number;
  readonly filmWidth: number;
  readonly filmHeight: number;
  /** Residuals below this are as good as none, in digital pixels. */
  readonly floorPx: number;
  readonly iterations: number;
}

export interface FittedMapping {
  readonly filmToDigital: Homography;
  readonly warp: LocalWarp | null;
}

/** Spread that camera positions and lenses are expected to give each of these, over the film frame. */
const PERSPECTIVE_SPREAD = 0.03;
const STRETCH_SPREAD = 0.04;
const DISTORTION_SPREAD = 0.03;
/** Residuals of neighbouring tiles are alike: so many count as one observation. */
const CORRELATED = 6;
/** Weights of the first and second differences relative to the coefficients themselves: how far a displacement reaches. */
const REACH = 1.5;
const BEND = 0.5;
/** No lens that photographs are taken with for their looks bends a corner by more than this share of its distance. */
const MAX_DISTORTION = 0.15;
const LENS = 9;
const LENS_CELLS = 8;

/** `start` is near already: only tiles within reach of it count. null when the tiles do not determine the map. */
export function fitMapping(
  points: Correspondences,
  start: Homography,
  shape: MappingShape,
  options: MappingFitOptions,
): FittedMapping | null {
  const { width, height, filmWidth, filmHeight, floorPx } = options;
  const count = points.count;
  if (count < 6) return null;
  const edge = Math.max(width, height);
  const cells = shape.warp?.cells ?? 0;
  const { columns, rows } = cells ? splineGrid(cells, width, height) : { columns: 0, rows: 0 };
  const nodes = columns * rows;
  // The displacement's unknowns first: their equations are banded, and the lens's dense rows come last.
  const n = 2 * nodes + LENS;
  const centerX = (filmWidth - 1) / 2;
  const centerY = (filmHeight - 1) / 2;
  const radiusPx = Math.hypot(filmWidth, filmHeight) / 2;
  // Film positions in frame radii from its center, digital positions in long edges: all unknowns are of like size.
  const fromFilm: Homography = [
    1 / radiusPx,
    0,
    -centerX / radiusPx,
    0,
    1 / radiusPx,
    -centerY / radiusPx,
    0,
    0,
    1,
  ];
  const toEdge: Homography = [1 / edge, 0, -width / 2 / edge, 0, 1 / edge, -height / 2 / edge, 0, 0, 1];
  let h = composeHomographies(toEdge, composeHomographies(start, invertHomography(fromFilm)));
  let k = 0;
  const coefficients = new Float64Array(2 * nodes);
  const splines = nodes ? splineTable(points, width, height, columns, rows) : null;
  const normal = new Float64Array(n * n);
  const right = new Float64Array(n);
  const rx = new Float64Array(count);
  const ry = new Float64Array(count);
  const jacobian = new Float64Array(2 * LENS * count);
  const distances = new Float64Array(count);
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    linearize(points, fromFilm, toEdge, h, k, splines, coefficients, rx, ry, jacobian);
    measureDistances(points, rx, ry, edge, distances);
    const cutoffPx = Math.max(floorPx, 5 * medianOf(distances));
    normal.fill(0);
    right.fill(0);
    const noise = accumulate(points, distances, cutoffPx, rx, ry, jacobian, splines, normal, right, n);
    const unit = CORRELATED * noise + 1e-14;
    addLensPrior(normal, right, n, h, k, unit, shape.radial);
    if (shape.warp)
      addWarpPrior(normal, right, n, columns, rows, coefficients, unit / shape.warp.amplitude ** 2);
    for (let a = 0; a < n; a++) normal[a * n + a] *= 1 + 1e-9;
    if (!solveCholesky(normal, right, n)) return null;
    const lens = right.subarray(2 * nodes);
    h = h.map((value, a) => (a < 8 ? value + lens[a] : value)) as unknown as Homography;
    k += lens[8];
    for (let a = 0; a < 2 * nodes; a++) coefficients[a] += right[a];
    if (!h.every(Number.isFinite)) return null;
  }
  if (Math.abs(k) > MAX_DISTORTION) return null;
  const filmToDigital = composeHomographies(invertHomography(toEdge), composeHomographies(h, fromFilm));
  const radial = { centerX, centerY, radiusPx, k };
  const grid = nodes ? { columns, rows } : splineGrid(LENS_CELLS, width, height);
  const lens = shape.radial
    ? bakeRadial(radial, filmToDigital, width, height, grid.columns, grid.rows)
    : null;
  if (!nodes) return { filmToDigital, warp: lens };
  const dx = Float32Array.from({ length: nodes }, (_, i) => edge * coefficients[2 * i] + (lens?.dx[i] ?? 0));
  const dy = Float32Array.from(
    { length: nodes },
    (_, i) => edge * coefficients[2 * i + 1] + (lens?.dy[i] ?? 0),
  );
  return { filmToDigital, warp: { columns, rows, dx, dy, width, height } };
}

/** `cells` on the long edge; the short edge gets as many as keep them about square. */
function splineGrid(cells: number, width: number, height: number): { columns: number; rows: number } {
  const edge = Math.max(width, height);
  const coefficientsOf = (size: number): number => Math.max(2, Math.round((cells * size) / edge)) + 3;
  return { columns: coefficientsOf(width), rows: coefficientsOf(height) };
}

interface SplineTable {
  /** 16 a point. */
  readonly node: Int32Array;
  readonly basis: Float64Array;
}

function splineTable(
  points: Correspondences,
  width: number,
  height: number,
  columns: number,
  rows: number,
): SplineTable {
  const node = new Int32Array(16 * points.count);
  const basis = new Float64Array(16 * points.count);
  const wx = new Float64Array(4);
  const wy = new Float64Array(4);
  for (let i = 0; i < points.count; i++) {
    const cx = splineCell(points.digitalX[i], width, columns);
    const cy = splineCell(points.digitalY[i], height, rows);
    const column = Math.floor(cx);
    const row = Math.floor(cy);
    splineWeights(cx - column, wx);
    splineWeights(cy - row, wy);
    for (let a = 0; a < 16; a++) {
      node[16 * i + a] = (row + (a >> 2)) * columns + column + (a & 3);
      basis[16 * i + a] = wx[a & 3] * wy[a >> 2];
    }
  }
  return { node, basis };
}

/** Residuals in long edges, and their derivatives by the eight elements of the homography and the radial term. */
function linearize(
  points: Correspondences,
  fromFilm: Homography,
  toEdge: Homography,
  h: Homography,
  k: number,
  splines: SplineTable | null,
  coefficients: Float64Array,
  rx: Float64Array,
  ry: Float64Array,
  jacobian: Float64Array,
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

/** In digital pixels, along the directions that each point knows something about. */
function measureDistances(
  points: Correspondences,
  rx: Float64Array,
  ry: Float64Array,
  edge: number,
  distances: Float64Array,
): void {
  for (let i = 0; i < points.count; i++) {
    const { axx, axy, ayy } = { axx: points.infoXX[i], axy: points.infoXY[i], ayy: points.infoYY[i] };
    const form = rx[i] * rx[i] * axx + 2 * rx[i] * ry[i] * axy + ry[i] * ry[i] * ayy;
    distances[i] = edge * Math.sqrt((2 * Math.max(0, form)) / (axx + ayy));
  }
}

function medianOf(values: Float64Array): number {
  return values.slice().sort()[values.length >> 1];
}

/** Fills the lower triangle of the normal equations; gives the weighted mean square residual a coordinate. */
function accumulate(
  points: Correspondences,
  distances: Float64Array,
  cutoffPx: number,
  rx: Float64Array,
  ry: Float64Array,
  jacobian: Float64Array,
  splines: SplineTable | null,
  normal: Float64Array,
  right: Float64Array,
  n: number,
): number {
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
        normal[(first + a) * n + first + b] += fx * jacobian[jx + b] + fy * jacobian[jy + b];
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
        normal[(first + b) * n + p] += vxx * jacobian[jx + b] + vxy * jacobian[jy + b];
        normal[(first + b) * n + p + 1] += vxy * jacobian[jx + b] + vyy * jacobian[jy + b];
      }
      for (let b = 0; b <= a; b++) {
        const q = 2 * splines.node[16 * i + b];
        const product = splines.basis[16 * i + b];
        normal[p * n + q] += product * vxx;
        normal[(p + 1) * n + q] += product * vxy;
        normal[(p + 1) * n + q + 1] += product * vyy;
        if (a !== b) normal[p * n + q + 1] += product * vxy;
      }
    }
  }
  return noise / Math.max(1e-9, 2 * used);
}

/** Observations, of weight `unit`, that there is neither perspective nor stretch nor distortion. */
function addLensPrior(
  normal: Float64Array,
  right: Float64Array,
  n: number,
  h: Homography,
  k: number,
  unit: number,
  radial: boolean,
): void {
  const first = n - LENS;
  const observe = (a: number, b: number, sign: number, value: number, spread: number): void => {
    const weight = unit / (spread * spread);
    const [p, q] = [first + a, first + b];
    normal[p * n + p] += weight;
    right[p] -= weight * value;
    if (q === p) return;
    normal[q * n + q] += weight;
    normal[q * n + p] += sign * weight;
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
function addWarpPrior(
  normal: Float64Array,
  right: Float64Array,
  n: number,
  columns: number,
  rows: number,
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
          normal[Math.max(p, q) * n + Math.min(p, q)] += strength * factors[a] * factors[b];
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
