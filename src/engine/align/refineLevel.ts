/**
 * One level of the photometric refinement: both pictures at the level's scale, locally normalized, compared tile by
 * tile, and the homography and the local warp fitted again to what the tiles say.
 */
import type { Homography, LocalWarp } from './alignment';
import { Correspondences } from './correspondences';
import { fitHomography } from './fitHomography';
import type { FrameQuad } from './frameQuad';
import { isInsideFrame } from './frameQuad';
import { applyHomography, composeHomographies, localScale, resizeHomography } from './homography';
import { scaleWarp } from './localWarp';
import { localNormalize } from './localNormalize';
import type { TileMeasurements } from './measureTiles';
import { measureTiles } from './measureTiles';
import { median, residuals } from './residuals';
import type { FilmGrid } from './warpFilm';
import { createFilmGrid, warpRows } from './warpFilm';
import type { MappingShape } from './fitMapping';
import { selectMapping } from './selectMapping';
import type { Plane } from '../image/rgbImage';
import { resizePlane } from '../image/resizeArea';
import type { Task } from '../task';
import { within } from '../task';

/** Gray pictures at analysis size; the film's tones already have the digital picture's polarity. */
export interface GrayPair {
  readonly film: Plane;
  readonly digital: Plane;
  /** The picture area of the film, in film pixels. */
  readonly frame: FrameQuad;
}

export interface Mapping {
  readonly filmToDigital: Homography;
  readonly warp: LocalWarp | null;
}

export interface LevelOptions {
  /** Size of the level over the size of the digital picture, at most 1. */
  readonly scale: number;
  readonly normalizeRadiusPx: number;
  readonly tileRadiusPx: number;
  readonly tileStepPx: number;
  readonly searchPx: number;
  readonly minCorrelation: number;
  /** Flexibility to choose from, stiffest first; the homography alone when there are none. */
  readonly shapes: readonly MappingShape[];
}

export interface RefinedLevel extends Mapping {
  /** The best mapping without a local warp. */
  readonly homography: Homography;
  /** Tiles with structure, tiles that agree with the result, and the median residual of those, in digital pixels. */
  readonly tried: number;
  readonly agreeing: number;
  readonly errorPx: number;
  /** Median residual of the homography alone over the tiles that agree, in digital pixels. */
  readonly homographyErrorPx: number;
  /** What the tiles of this level measured, and which of them agree with the result. */
  readonly points: Correspondences;
  readonly agrees: readonly boolean[];
}

/** A tile agrees when it is within this many level pixels of the fitted map. */
const AGREE_PX = 1.5;
/** With a smaller share of agreeing tiles than this the coarser level's tiles are used as well. */
const POOLED_BELOW = 0.7;
const ROWS_PER_STEP_SAMPLES = 60000;

/** null when too few tiles say anything. */
export function* refineLevel(
  pair: GrayPair,
  start: Mapping,
  options: LevelOptions,
  coarser: Correspondences | null = null,
): Task<RefinedLevel | null> {
  const level = yield* prepareLevel(pair, start, options);
  const { width, height, grid } = level;
  const radius = options.tileRadiusPx;
  const measured = yield* measureTiles(level.digital, level.film, width, height, {
    radiusPx: radius,
    stepPx: options.tileStepPx,
    searchPx: options.searchPx,
    minCorrelation: options.minCorrelation,
    accepts: (x, y) =>
      isInsideFrame(level.frame, grid, x - radius, y - radius) &&
      isInsideFrame(level.frame, grid, x + radius, y - radius) &&
      isInsideFrame(level.frame, grid, x - radius, y + radius) &&
      isInsideFrame(level.frame, grid, x + radius, y + radius),
  });
  if (measured.count < 6) return null;
  const points = toCorrespondences(measured, level);
  return fitLevel(points, coarser, measured.tried, start, pair, options);
}

interface PreparedLevel {
  readonly width: number;
  readonly height: number;
  /** Locally normalized. */
  readonly digital: Float32Array;
  /** Locally normalized, on the digital level's grid. */
  readonly film: Float32Array;
  /** In the film level's pixels. */
  readonly frame: FrameQuad;
  readonly grid: FilmGrid;
  /** Level pixels over analysis pixels. */
  readonly digitalScale: readonly [number, number];
  readonly filmScale: readonly [number, number];
}

function* prepareLevel(pair: GrayPair, start: Mapping, options: LevelOptions): Task<PreparedLevel> {
  const { film, digital } = pair;
  const width = Math.max(8, Math.round(digital.width * options.scale));
  const height = Math.max(8, Math.round(digital.height * options.scale));
  const digitalScale = [width / digital.width, height / digital.height] as const;
  const middle = localScale(start.filmToDigital, film.width / 2, film.height / 2);
  const shrink = Math.min(1, middle * options.scale);
  const filmWidth = Math.max(8, Math.round(film.width * shrink));
  const filmHeight = Math.max(8, Math.round(film.height * shrink));
  const filmScale = [filmWidth / film.width, filmHeight / film.height] as const;
  const smallFilm = resizePlane(film, filmWidth, filmHeight);
  yield refineStep(0);
  const smallDigital = resizePlane(digital, width, height);
  yield refineStep(0);
  const h = composeHomographies(
    resizeHomography(...digitalScale),
    composeHomographies(start.filmToDigital, resizeHomography(1 / filmScale[0], 1 / filmScale[1])),
  );
  const grid = createFilmGrid(h, start.warp && scaleWarp(start.warp, width, height), width, height);
  const warped = new Float32Array(width * height);
  const rows = Math.max(4, Math.floor(ROWS_PER_STEP_SAMPLES / width));
  for (let y = 0; y < height; y += rows) {
    warpRows(smallFilm.data, 1, filmWidth, filmHeight, grid, warped, y, Math.min(height, y + rows));
    yield refineStep(0.1);
  }
  const filmLn = new Float32Array(width * height);
  const digitalLn = new Float32Array(width * height);
  const radius = options.normalizeRadiusPx;
  yield* within(localNormalize(warped, filmLn, width, height, radius, 'align.refine'), 0.2, 0.3);
  yield* within(
    localNormalize(smallDigital.data, digitalLn, width, height, radius, 'align.refine'),
    0.3,
    0.4,
  );
  const frame = pair.frame.map(([x, y]) => [
    (x + 0.5) * filmScale[0] - 0.5,
    (y + 0.5) * filmScale[1] - 0.5,
  ]) as unknown as FrameQuad;
  return { width, height, digital: digitalLn, film: filmLn, frame, grid, digitalScale, filmScale };
}

function refineStep(fraction: number): { stage: string; fraction: number } {
  return { stage: 'align.refine', fraction };
}

/** Tile displacements as point pairs in the pixels of the analysis pictures. */
function toCorrespondences(measured: TileMeasurements, level: PreparedLevel): Correspondences {
  const points = new Correspondences(measured.count);
  const { grid, digitalScale, filmScale } = level;
  for (let i = 0; i < measured.count; i++) {
    const [fx, fy] = grid.at(measured.x[i] + measured.dx[i], measured.y[i] + measured.dy[i]);
    points.add(
      (fx + 0.5) / filmScale[0] - 0.5,
      (fy + 0.5) / filmScale[1] - 0.5,
      (measured.x[i] + 0.5) / digitalScale[0] - 0.5,
      (measured.y[i] + 0.5) / digitalScale[1] - 0.5,
      measured.infoXX[i] * digitalScale[0] ** 2,
      measured.infoXY[i] * digitalScale[0] ** 2,
      measured.infoYY[i] * digitalScale[0] ** 2,
    );
  }
  return points;
}

/** Homography first, local warp on what it leaves; both robust, with cutoffs read off the residuals. */
function fitLevel(
  points: Correspondences,
  coarser: Correspondences | null,
  tried: number,
  start: Mapping,
  pair: GrayPair,
  options: LevelOptions,
): RefinedLevel | null {
  const pixel = 1 / options.scale;
  const frameRadiusPx = Math.hypot(pair.film.width, pair.film.height) / 2;
  let h = start.filmToDigital;
  for (let round = 0; round < 3; round++) {
    const spread = median(residuals(points, h, null));
    const fitted = fitHomography(points, h, {
      cutoffPx: Math.max(1.5 * pixel, 5 * spread),
      iterations: 3,
      frameRadiusPx,
    });
    if (!fitted) return null;
    h = fitted;
  }
  const alone = residuals(points, h, null);
  const choice = {
    shapes: options.shapes,
    width: pair.digital.width,
    height: pair.digital.height,
    filmWidth: pair.film.width,
    filmHeight: pair.film.height,
    floorPx: 0.75 * pixel,
  };
  let selected = selectMapping(points, h, choice);
  const share =
    countWithin(residuals(points, selected.filmToDigital, selected.warp), AGREE_PX * pixel) / tried;
  // Coarser tiles are less exact, but hold on where grain or parallax leave few fine ones.
  if (coarser && share < POOLED_BELOW) selected = selectMapping(pooled(points, coarser), h, choice);
  const { filmToDigital, warp } = selected;
  const left = residuals(points, filmToDigital, warp);
  const agreeing = left.filter((distance) => distance < AGREE_PX * pixel);
  return {
    filmToDigital,
    warp,
    homography: h,
    tried,
    agreeing: agreeing.length,
    errorPx: median(agreeing),
    homographyErrorPx: median(alone.filter((_, i) => left[i] < AGREE_PX * pixel)),
    points,
    agrees: Array.from(left, (distance) => distance < AGREE_PX * pixel),
  };
}

function countWithin(distances: Float64Array, limit: number): number {
  let count = 0;
  for (const distance of distances) if (distance < limit) count++;
  return count;
}

/** Both levels' tiles; what the coarser ones know weighs as little as their pixels are large. */
function pooled(points: Correspondences, coarser: Correspondences | null): Correspondences {
  if (!coarser) return points;
  const all = new Correspondences(points.count + coarser.count);
  for (let i = 0; i < coarser.count; i++) all.addFrom(coarser, i);
  for (let i = 0; i < points.count; i++) all.addFrom(points, i);
  return all;
}

/** Corners of the film frame on the digital picture. */
export function frameOnDigital(frame: FrameQuad, h: Homography): [number, number][] {
  return frame.map(([x, y]) => applyHomography(h, x, y));
}
