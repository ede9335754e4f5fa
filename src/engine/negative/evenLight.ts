import type { RgbImage } from '../image/rgbImage';
import type { Task } from '../task';
import { flattenFieldTask } from './flattenField';

/**
 * The scan in even light, where a frame without film shows how uneven it was. A positive keeps its mean light; of a
 * negative the light of the base tells what it was.
 */
export function* inEvenLight(
  scan: RgbImage,
  flat: RgbImage | null | undefined,
  scanGamma: number | null,
  isNegative: boolean,
): Task<RgbImage> {
  if (!flat) return scan;
  return yield* flattenFieldTask(scan, flat, scanGamma, isNegative ? 'dimmest' : 'average');
}
