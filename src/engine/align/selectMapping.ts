/**
 * How flexible the mapping may be, decided by cross-validation: homography, homography with a radial term, and local
 * warps of several stiffnesses on top of the better of the two are fitted to one half of the tiles and judged on the
 * other. The stiffest that predicts nearly as well as the best is taken: tiles do not tell what happens between them.
 */
import type { Homography, LocalWarp } from './alignment';
import { bakeRadial } from './bakeRadial';
import { Correspondences } from './correspondences';
import type { RadialTerm } from './fitHomography';
import { fitHomography, fitLens } from './fitHomography';
import { fitLocalWarp } from './fitLocalWarp';
import { median, residuals } from './residuals';

export interface WarpShape {
  /** Cells on the long edge. */
  readonly cells: number;
  readonly smoothness: number;
}

export interface MappingChoice {
  /** Shapes of the local warp to choose from, stiffest first; the homography alone when there are none. */
  readonly shapes: readonly WarpShape[];
  /** Size of the digital picture, and of the film picture. */
  readonly width: number;
  readonly height: number;
  readonly filmWidth: number;
  readonly filmHeight: number;
  /** Residuals below this are as good as none, in digital pixels. */
  readonly floorPx: number;
}

export interface SelectedMapping {
  readonly filmToDigital: Homography;
  readonly warp: LocalWarp | null;
}

/** A more flexible mapping has to predict better by this share. */
const MARGIN = 0.04;
/** Fewer tiles than this cannot be split and still determine a warp. */
const MIN_TILES = 40;
/** Cells that are enough for a radial term. */
const LENS_CELLS = 8;

type Fit = (points: Correspondences, rounds: number) => SelectedMapping | null;

/** `start` is the robust homography of the points; null never comes back, at worst `start` does. */
export function selectMapping(
  points: Correspondences,
  start: Homography,
  choice: MappingChoice,
): SelectedMapping {
  const plain: SelectedMapping = { filmToDigital: start, warp: null };
  if (choice.shapes.length === 0 || points.count < MIN_TILES) return plain;
  const fits: Fit[] = [
    (some) => fitPlain(some, start, choice),
    (some) => fitWithLens(some, start, choice, LENS_CELLS),
    ...choice.shapes.map(
      (shape): Fit =>
        (some, rounds) =>
          fitWarped(some, start, choice, shape, rounds),
    ),
  ];
  const half = everySecond(points, 0);
  const rest = everySecond(points, 1);
  const mappings = fits.map((fit) => fit(half, 2));
  const cutoffPx = Math.max(
    choice.floorPx,
    ...mappings.slice(-1).map((mapping) => (mapping ? 4 * median(errors(rest, mapping)) : 0)),
  );
  const scores = mappings.map((mapping) => (mapping ? robustError(rest, mapping, cutoffPx) : Infinity));
  const lowest = Math.min(...scores);
  const index = scores.findIndex((score) => score <= (1 + MARGIN) * lowest);
  return fits[Math.max(0, index)](points, 4) ?? plain;
}

function errors(points: Correspondences, mapping: SelectedMapping): Float64Array {
  return residuals(points, mapping.filmToDigital, mapping.warp);
}

function cutoffOf(distances: Float64Array, floorPx: number): number {
  return Math.max(floorPx, 5 * median(distances));
}

function frameRadius({ filmWidth, filmHeight }: MappingChoice): number {
  return Math.hypot(filmWidth, filmHeight) / 2;
}

function fitPlain(points: Correspondences, start: Homography, choice: MappingChoice): SelectedMapping | null {
  const cutoffPx = cutoffOf(residuals(points, start, null), choice.floorPx);
  const fitted = fitHomography(points, start, {
    cutoffPx,
    iterations: 3,
    frameRadiusPx: frameRadius(choice),
  });
  return fitted && { filmToDigital: fitted, warp: null };
}

function fitWithLens(
  points: Correspondences,
  start: Homography,
  choice: MappingChoice,
  cells: number,
): SelectedMapping | null {
  const { filmWidth, filmHeight, width, height } = choice;
  const centerX = (filmWidth - 1) / 2;
  const centerY = (filmHeight - 1) / 2;
  const radiusPx = frameRadius(choice);
  let h = start;
  let radial: RadialTerm = { centerX, centerY, radiusPx, k: 0 };
  for (const rounds of [3, 2]) {
    const warp = bakeRadial(radial, h, width, height, cells);
    const cutoffPx = cutoffOf(residuals(points, h, warp), choice.floorPx);
    const fitted = fitLens(points, h, radial, { cutoffPx, iterations: rounds, frameRadiusPx: radiusPx });
    if (!fitted?.radial || Math.abs(fitted.radial.k) > MAX_DISTORTION) return null;
    h = fitted.filmToDigital;
    radial = fitted.radial;
  }
  return { filmToDigital: h, warp: bakeRadial(radial, h, width, height, cells) };
}

/** No lens that photographs are taken with for their looks bends a corner by more than this share of its distance. */
const MAX_DISTORTION = 0.15;

function fitWarped(
  points: Correspondences,
  start: Homography,
  choice: MappingChoice,
  shape: WarpShape,
  rounds: number,
): SelectedMapping | null {
  const { width, height, floorPx } = choice;
  const { filmToDigital, warp: prior } = fitWithLens(points, start, choice, shape.cells) ?? {
    filmToDigital: start,
    warp: null,
  };
  let warp = prior;
  for (let round = 0; round < rounds; round++) {
    const cutoffPx = cutoffOf(residuals(points, filmToDigital, warp), floorPx);
    const options = { ...shape, width, height, cutoffPx, iterations: 1 };
    warp = fitLocalWarp(points, filmToDigital, options, warp, prior);
  }
  return { filmToDigital, warp };
}

function everySecond(points: Correspondences, phase: number): Correspondences {
  const half = new Correspondences((points.count + 1) >> 1);
  for (let i = phase; i < points.count; i += 2) half.addFrom(points, i);
  return half;
}

function robustError(points: Correspondences, mapping: SelectedMapping, cutoffPx: number): number {
  const distances = errors(points, mapping);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < points.count; i++) {
    const info = points.infoXX[i] + points.infoYY[i];
    sum += info * Math.min(1, (distances[i] / cutoffPx) ** 2);
    total += info;
  }
  return sum / Math.max(total, 1e-12);
}
