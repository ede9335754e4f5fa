/**
 * The last steps of the photometric refinement. Correlation has brought the mapping to within a pixel or two wherever
 * there is structure; now every part of the overlap has a say, as far as its structure stands out from the grain.
 */
import { measureDrift } from './measureDrift';
import type { GrayPair, LevelScale, Mapping } from './prepareLevel';
import { isTileInFrame, prepareLevel, toCorrespondences } from './prepareLevel';
import { selectMapping } from './selectMapping';
import type { MappingShape } from './fitMapping';
import type { Task } from '../task';
import { within } from '../task';

const TILE_RADIUS_PX = 10;
const REACH_PX = 2;
/** Residuals below this many level pixels are as good as none. */
const FLOOR_PX = 0.75;
/** In px⁻²: a tile that is known to a fifth of a pixel or worse is expected to be off by itself. */
const FLOOR_INFO = 30;
/** Tiles lie side by side; what moves one of them (a bough, a step in depth) mostly moves the next one too. */
const CORRELATED = 3;
/** Fewer tiles than this say nothing that correlation has not said. */
const MIN_TILES = 12;

/** `start` itself when the pictures say too little. */
export function* refineByDrift(
  pair: GrayPair,
  start: Mapping,
  shapes: readonly MappingShape[],
  options: LevelScale,
): Task<Mapping> {
  const level = yield* within(prepareLevel(pair, start, options), 0, 0.6);
  const measured = yield* measureDrift(level.digital, level.film, level.width, level.height, {
    radiusPx: TILE_RADIUS_PX,
    reachPx: REACH_PX,
    accepts: (x, y) => isTileInFrame(level, x, y, TILE_RADIUS_PX),
  });
  if (measured.count < MIN_TILES) return start;
  return yield* selectMapping(toCorrespondences(measured, level), start.filmToDigital, {
    shapes,
    width: pair.digital.width,
    height: pair.digital.height,
    filmWidth: pair.film.width,
    filmHeight: pair.film.height,
    floorPx: FLOOR_PX / options.scale,
    floorInfo: FLOOR_INFO,
    correlated: CORRELATED,
  });
}
