/** Where in a picture the look is a guess: colors that no pair has shown. */
import { convertRgbImage } from '../color/convertRgb';
import { plane, type Plane, type RgbImage } from '../image/rgbImage';
import { createSeenReader, SEEN, type Coverage } from './coverage';

export interface ExtrapolatedMask {
  /** 0 where the color was seen, 1 where it is a guess, between them in between. */
  readonly mask: Plane;
  /** Share of the pixels whose color was not seen, in [0, 1]. */
  readonly share: number;
}

/** @param image any picture; it is brought to the space of the coverage */
export function extrapolatedMask(image: RgbImage, coverage: Coverage): ExtrapolatedMask {
  const { width, height, data } = convertRgbImage(image, coverage.space);
  const seenOf = createSeenReader(coverage);
  const mask = plane(width, height);
  let guessed = 0;
  for (let i = 0; i < mask.data.length; i++) {
    const seen = seenOf(data[3 * i], data[3 * i + 1], data[3 * i + 2]);
    mask.data[i] = 1 - Math.min(1, seen / SEEN);
    if (seen < SEEN) guessed++;
  }
  return { mask, share: guessed / mask.data.length };
}
