/** The warning on the picture: hatched where the look is a guess, the surer the guess is one the denser. */
import { rgbImage, type Plane, type RgbImage } from '../image/rgbImage';

/** Encoded; a magenta that neither film nor foliage has. */
const HATCH_COLOR = [0.92, 0.1, 0.62] as const;
const HATCH_SHARE_OF_LONG_EDGE = 1 / 90;
const OPACITY = 0.75;
/** Below this a color is seen well enough. */
const MIN_MASK = 0.05;

/**
 * @param image as it is to be shown @param mask of the same size, see extrapolatedMask
 * @throws RangeError when the sizes differ
 */
export function markExtrapolated(image: RgbImage, mask: Plane): RgbImage {
  const { width, height, space } = image;
  if (mask.width !== width || mask.height !== height) {
    throw new RangeError(`Expected a mask of ${width}×${height}, got ${mask.width}×${mask.height}.`);
  }
  const period = Math.max(6, Math.round(Math.max(width, height) * HATCH_SHARE_OF_LONG_EDGE));
  const result = rgbImage(width, height, space, image.data.slice());
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const guess = mask.data[i];
      if (guess < MIN_MASK || (x + y) % period >= period * (0.2 + 0.3 * guess)) continue;
      for (let c = 0; c < 3; c++) {
        result.data[3 * i + c] += OPACITY * (HATCH_COLOR[c] - result.data[3 * i + c]);
      }
    }
  }
  return result;
}
