/** A piece of the film, and the photo with look and grain there: what the eye judges the grain by. */
import { digitalPosition } from '../align/localWarp';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { GrainModel } from '../look';
import type { GrainSource } from './cutGrainWindows';
import { readBilinear } from './cutGrainWindows';
import { renderGrain } from './renderGrain';

export interface GrainSample {
  readonly film: RgbImage;
  /** The photo with the look, on the same pixels, with our grain. */
  readonly ours: RgbImage;
}

const SAMPLE_PX = 160;

/** @param corner film pixel of a calm place */
export function cutGrainSample(
  source: GrainSource,
  grain: GrainModel,
  corner: readonly [x: number, y: number],
  seed: number,
): GrainSample {
  const { film, rendered, mapping } = source;
  const width = Math.min(SAMPLE_PX, film.width);
  const height = Math.min(SAMPLE_PX, film.height);
  const left = Math.max(0, Math.min(film.width - width, corner[0] - width / 2)) | 0;
  const top = Math.max(0, Math.min(film.height - height, corner[1] - height / 2)) | 0;
  const piece = rgbImage(width, height, film.space);
  const plain = rgbImage(width, height, film.space);
  for (let y = 0; y < height; y++) {
    const from = 3 * ((top + y) * film.width + left);
    piece.data.set(film.data.subarray(from, from + 3 * width), 3 * y * width);
    for (let x = 0; x < width; x++) {
      const [u, v] = digitalPosition(mapping, left + x, top + y);
      readBilinear(rendered, u, v, plain.data, 3 * (y * width + x));
    }
  }
  const ours = renderGrain(plain, grain, { seed, longEdgePx: grain.analysedLongEdgePx });
  return { film: piece, ours };
}
