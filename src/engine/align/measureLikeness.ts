/**
 * How alike the two pictures are once the film is laid on the photo, seen from afar: correlation of the locally normalized
 * pictures at a small scale, where grain is averaged away and a pixel's error in the mapping does not matter. A wrong mapping
 * may have found some tiles that agree by chance; the rest of the picture then speaks against it.
 */
import { isInsideFrame } from './frameQuad';
import { levelScale } from './levelScale';
import type { GrayPair, Mapping } from './prepareLevel';
import { prepareLevel } from './prepareLevel';
import type { Task } from '../task';

const OVERLAP_PX = 150;
const NORMALIZE_RADIUS_PX = 7;
/** Pixels of an overlap of 3:2. */
const ENOUGH_PIXELS = 15000;

/**
 * @returns the correlation over all of the digital picture that the film's frame covers; less by the square root of how much
 *   smaller than 15 000 pixels that is, since chance correlations grow with that root. 0 where it covers nothing
 */
export function* measureLikeness(pair: GrayPair, mapping: Mapping): Task<number> {
  const level = yield* prepareLevel(pair, mapping, {
    scale: levelScale(pair, mapping.filmToDigital, OVERLAP_PX),
    normalizeRadiusPx: NORMALIZE_RADIUS_PX,
  });
  const { digital, film, width, height } = level;
  let [dd, df, ff, pixels] = [0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInsideFrame(level.frame, level.grid, x, y)) continue;
      const i = y * width + x;
      dd += digital[i] * digital[i];
      df += digital[i] * film[i];
      ff += film[i] * film[i];
      pixels++;
    }
  }
  if (!(dd > 0 && ff > 0)) return 0;
  return (df / Math.sqrt(dd * ff)) * Math.sqrt(Math.min(1, pixels / ENOUGH_PIXELS));
}
