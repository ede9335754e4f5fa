/** The picture, with everything striped whose color no pair has shown on film: there the look is a guess. */
import type { Coverage } from '../../engine/confidence/coverage';
import { extrapolatedMask } from '../../engine/confidence/extrapolatedMask';
import { rgbImage, type RgbImage } from '../../engine/image/rgbImage';

const STRIPE_PX = 8;
/** How far stripes go towards the color below, which no picture and every eye can tell from black and white. */
const STRIPE_SHARE = 0.75;
const STRIPE_COLOR = [1, 0.92, 0.27] as const;
/** From here on a color counts as guessed. */
const GUESSED = 0.5;

/** @param photo before the look: the colors that were or were not seen are the photo's */
export function guessedColors(result: RgbImage, photo: RgbImage, coverage: Coverage): RgbImage {
  const { width, height } = result;
  const { mask } = extrapolatedMask(photo, coverage);
  const striped = rgbImage(width, height, result.space, result.data.slice());
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (mask.data[i] < GUESSED || (x + y) % STRIPE_PX > STRIPE_PX / 2) continue;
      for (let c = 0; c < 3; c++) {
        striped.data[3 * i + c] += STRIPE_SHARE * (STRIPE_COLOR[c] - striped.data[3 * i + c]);
      }
    }
  }
  return striped;
}
