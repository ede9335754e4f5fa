/** From one RGB space to another: decode, one matrix between the linear lights (Bradford-adapted through D50), encode. */
import { multiplyMatrix3 } from './matrix3';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { RgbSpaceId } from './rgbSpace';
import { RGB_SPACES } from './rgbSpaces';
import { decodeTable, encodeTable, readDecodeTable, readEncodeTable } from './transferTables';

/** Maps interleaved encoded RGB of `count` colors; colors outside the target's gamut are clipped channel by channel. */
export type RgbConverter = (source: Float32Array, target: Float32Array, count: number) => void;

export function createRgbConverter(from: RgbSpaceId, to: RgbSpaceId): RgbConverter {
  if (from === to) {
    return (source, target, count) => {
      if (target !== source) target.set(source.subarray(0, 3 * count));
    };
  }
  const decode = decodeTable(from);
  const encode = encodeTable(to);
  const [a, b, c, d, e, f, g, h, k] = multiplyMatrix3(RGB_SPACES[to].fromXyzD50, RGB_SPACES[from].toXyzD50);
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      const red = readDecodeTable(decode, source[i]);
      const green = readDecodeTable(decode, source[i + 1]);
      const blue = readDecodeTable(decode, source[i + 2]);
      target[i] = readEncodeTable(encode, a * red + b * green + c * blue);
      target[i + 1] = readEncodeTable(encode, d * red + e * green + f * blue);
      target[i + 2] = readEncodeTable(encode, g * red + h * green + k * blue);
    }
  };
}

/** The same colors in another space; the same object when it is in that space already. */
export function convertRgbImage(image: RgbImage, space: RgbSpaceId): RgbImage {
  if (image.space === space) return image;
  const result = rgbImage(image.width, image.height, space);
  createRgbConverter(image.space, space)(image.data, result.data, image.width * image.height);
  return result;
}
