import { rgbImage, type RgbImage } from '../../src/engine/image/rgbImage';

export function cropImage(
  image: RgbImage,
  left: number,
  top: number,
  width: number,
  height: number,
): RgbImage {
  const result = rgbImage(width, height, image.space);
  for (let y = 0; y < height; y++) {
    const from = 3 * ((top + y) * image.width + left);
    result.data.set(image.data.subarray(from, from + 3 * width), 3 * y * width);
  }
  return result;
}
