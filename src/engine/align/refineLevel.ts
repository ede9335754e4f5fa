/**
 * One level of the photometric refinement: both pictures at the level's scale, locally normalized, compared tile by
 * tile, and the homography and the local warp fitted again to what the tiles say.
 */
import type { Homography } from './alignment';
import { Correspondences } from './correspondences';
import { fitHomography } from './fitHomography';
import type { MappingShape } from './fitMapping';
import { measureTiles } from './measureTiles';
import type { GrayPair, LevelScale, Mapping } from './prepareLevel';
import { isTileInFrame, prepareLevel, toCorrespondences } from './prepareLevel';
import { median, residuals } from './residuals';
import { selectMapping } from './selectMapping';
import type { Task } from '../task';

export interface LevelOptions extends LevelScale {
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
  /** Digital pixels within which they agree. */
  readonly agreePx: number;
}

/** A tile agrees when it is within this many level pixels of the fitted map. */
const AGREE_PX = 1.5;
/** Residuals below this many level pixels are as good as none. */
const FLOOR_PX = 0.75;
/** In units of the curvature of correlation: only what is sharp and far off counts as an outlier. */
const FLOOR_INFO = 3;
/** Tiles overlap: a pixel lies in several of them. */
const CORRELATED = 6;
/** With a smaller share of agreeing tiles than this the coarser level's tiles are used as well. */
const POOLED_BELOW = 0.7;

/** null when too few tiles say anything. */
export function* refineLevel(
  pair: GrayPair,
  start: Mapping,
  options: LevelOptions,
  coarser: Correspondences | null = null,
): Task<RefinedLevel | null> {
  const level = yield* prepareLevel(pair, start, options);
  const { width, height } = level;
  const radius = options.tileRadiusPx;
  const measured = yield* measureTiles(level.digital, level.film, width, height, {
    radiusPx: radius,
    stepPx: options.tileStepPx,
    searchPx: options.searchPx,
    minCorrelation: options.minCorrelation,
    accepts: (x, y) => isTileInFrame(level, x, y, radius),
  });
  if (measured.count < 6) return null;
  const points = toCorrespondences(measured, level);
  return yield* fitLevel(points, coarser, measured.tried, start, pair, options);
}

/** Homography first, local warp on what it leaves; both robust, with cutoffs read off the residuals. */
function* fitLevel(
  points: Correspondences,
  coarser: Correspondences | null,
  tried: number,
  start: Mapping,
  pair: GrayPair,
  options: LevelOptions,
): Task<RefinedLevel | null> {
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
    yield { stage: 'align.refine', fraction: 1 };
  }
  const choice = {
    shapes: options.shapes,
    width: pair.digital.width,
    height: pair.digital.height,
    filmWidth: pair.film.width,
    filmHeight: pair.film.height,
    floorPx: FLOOR_PX * pixel,
    floorInfo: FLOOR_INFO,
    correlated: CORRELATED,
  };
  let selected = yield* selectMapping(points, h, choice);
  const share =
    countWithin(residuals(points, selected.filmToDigital, selected.warp), AGREE_PX * pixel) / tried;
  // Coarser tiles are less exact, but hold on where grain or parallax leave few fine ones.
  if (coarser && share < POOLED_BELOW) selected = yield* selectMapping(pooled(points, coarser), h, choice);
  return judgeLevel(selected, h, points, tried, AGREE_PX * pixel);
}

/** How well a mapping goes with a level's tiles: `points`, out of `tried`, agree within `agreePx` digital pixels. */
export function judgeLevel(
  { filmToDigital, warp }: Mapping,
  homography: Homography,
  points: Correspondences,
  tried: number,
  agreePx: number,
): RefinedLevel {
  const left = residuals(points, filmToDigital, warp);
  const alone = residuals(points, homography, null);
  const agreeing = left.filter((distance) => distance < agreePx);
  return {
    filmToDigital,
    warp,
    homography,
    tried,
    agreeing: agreeing.length,
    errorPx: median(agreeing),
    homographyErrorPx: median(alone.filter((_, i) => left[i] < agreePx)),
    points,
    agreePx,
    agrees: Array.from(left, (distance) => distance < agreePx),
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
