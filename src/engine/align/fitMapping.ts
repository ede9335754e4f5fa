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
import type { NormalEquations, UnitMaps } from './mappingEquations';
import { accumulate, createLinearization, LENS, linearize, measureDistances } from './mappingEquations';
import { addLensPrior, addWarpPrior } from './mappingPriors';
import type { SplineGrid } from './splineTable';
import { splineGrid, splineTable } from './splineTable';
import { solveCholesky } from '../math/solveCholesky';
import type { Task } from '../task';

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
  /** Points that know less than this, in px⁻², are expected to be off by themselves; 0 when that is not known. */
  readonly floorInfo: number;
  /** Residuals of neighbouring points are alike: so many count as one observation. */
  readonly correlated: number;
  readonly iterations: number;
}

export interface FittedMapping {
  readonly filmToDigital: Homography;
  readonly warp: LocalWarp | null;
}

/** Points farther off than this many times the median have no weight. */
const CUTOFF = 5;
const MIN_POINTS = 6;
/** No lens that photographs are taken with for their looks bends a corner by more than this share of its distance. */
const MAX_DISTORTION = 0.15;
const LENS_CELLS = 8;

/** `start` is near already: only tiles within reach of it count. null when the tiles do not determine the map. */
export function* fitMapping(
  points: Correspondences,
  start: Homography,
  shape: MappingShape,
  options: MappingFitOptions,
): Task<FittedMapping | null> {
  const { width, height, floorPx, floorInfo } = options;
  if (points.count < MIN_POINTS) return null;
  const edge = Math.max(width, height);
  const grid = shape.warp ? splineGrid(shape.warp.cells, width, height) : null;
  const nodes = grid ? grid.columns * grid.rows : 0;
  const splines = grid && splineTable(points, width, height, grid);
  const size = 2 * nodes + LENS;
  const equations: NormalEquations = {
    matrix: new Float64Array(size * size),
    right: new Float64Array(size),
    size,
  };
  const { matrix, right } = equations;
  const linear = createLinearization(points.count);
  const distances = new Float64Array(points.count);
  const units = unitMaps(options);
  const coefficients = new Float64Array(2 * nodes);
  let h = composeHomographies(units.toEdge, composeHomographies(start, invertHomography(units.fromFilm)));
  let k = 0;
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    linearize(points, units, h, k, splines, coefficients, linear);
    measureDistances(points, linear, edge, floorInfo, distances);
    const cutoffPx = Math.max(floorPx, CUTOFF * medianOf(distances));
    const noise = accumulate(points, distances, cutoffPx, linear, splines, equations);
    const unit = options.correlated * noise + 1e-14;
    addLensPrior(equations, h, k, unit, shape.radial);
    if (grid && shape.warp) addWarpPrior(equations, grid, coefficients, unit / shape.warp.amplitude ** 2);
    for (let a = 0; a < size; a++) matrix[a * size + a] *= 1 + 1e-9;
    if (!solveCholesky(matrix, right, size)) return null;
    const lens = right.subarray(2 * nodes);
    h = h.map((value, a) => (a < 8 ? value + lens[a] : value)) as unknown as Homography;
    k += lens[8];
    for (let a = 0; a < 2 * nodes; a++) coefficients[a] += right[a];
    if (!h.every(Number.isFinite)) return null;
    yield { stage: 'align.refine', fraction: iteration / options.iterations };
  }
  if (Math.abs(k) > MAX_DISTORTION) return null;
  const filmToDigital = composeHomographies(
    invertHomography(units.toEdge),
    composeHomographies(h, units.fromFilm),
  );
  const lens = shape.radial ? { k, filmToDigital } : null;
  return { filmToDigital, warp: bakeWarp(lens, grid, coefficients, options) };
}

function unitMaps({ width, height, filmWidth, filmHeight }: MappingFitOptions): UnitMaps {
  const radiusPx = Math.hypot(filmWidth, filmHeight) / 2;
  const edge = Math.max(width, height);
  return {
    fromFilm: [
      1 / radiusPx,
      0,
      -(filmWidth - 1) / 2 / radiusPx,
      0,
      1 / radiusPx,
      -(filmHeight - 1) / 2 / radiusPx,
      0,
      0,
      1,
    ],
    toEdge: [1 / edge, 0, -width / 2 / edge, 0, 1 / edge, -height / 2 / edge, 0, 0, 1],
  };
}

/** Lens and displacement as one displacement in digital pixels. */
function bakeWarp(
  lens: { readonly k: number; readonly filmToDigital: Homography } | null,
  grid: SplineGrid | null,
  coefficients: Float64Array,
  { width, height, filmWidth, filmHeight }: MappingFitOptions,
): LocalWarp | null {
  const { columns, rows } = grid ?? splineGrid(LENS_CELLS, width, height);
  const radial = lens && {
    centerX: (filmWidth - 1) / 2,
    centerY: (filmHeight - 1) / 2,
    radiusPx: Math.hypot(filmWidth, filmHeight) / 2,
    k: lens.k,
  };
  const baked = lens && radial && bakeRadial(radial, lens.filmToDigital, width, height, columns, rows);
  if (!grid) return baked;
  const edge = Math.max(width, height);
  const axis = (phase: 0 | 1, bent: Float32Array | undefined): Float32Array =>
    Float32Array.from(
      { length: columns * rows },
      (_, i) => edge * coefficients[2 * i + phase] + (bent?.[i] ?? 0),
    );
  return { columns, rows, dx: axis(0, baked?.dx), dy: axis(1, baked?.dy), width, height };
}

function medianOf(values: Float64Array): number {
  return values.slice().sort()[values.length >> 1];
}
