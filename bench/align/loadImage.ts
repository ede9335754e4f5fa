/** Reads an 8- or 16-bit PNG or a JPEG as an RGB image of the engine. For benchmarks only. */
import fs from 'node:fs';
import { decode as decodePng } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';
import { rgbImage } from '../../src/engine/image/rgbImage';
import type { RgbImage } from '../../src/engine/image/rgbImage';

export function loadImage(file: string): RgbImage {
  const bytes = fs.readFileSync(file);
  if (/\.jpe?g$/i.test(file)) {
    const { width, height, data } = decodeJpeg(bytes, {
      useTArray: true,
      maxMemoryUsageInMB: 4096,
      maxResolutionInMP: 200,
    });
    return toRgbImage(width, height, 4, data, 255);
  }
  const { width, height, channels, depth, data } = decodePng(bytes);
  return toRgbImage(width, height, channels, data, 2 ** depth - 1);
}

/** The bytes of an 8-bit gray PNG. */
export function loadPlane(file: string): Uint8Array {
  const { channels, depth, data } = decodePng(fs.readFileSync(file));
  if (channels !== 1 || depth !== 8) throw new Error(`${file} is not an 8-bit gray picture.`);
  return Uint8Array.from(data);
}

function toRgbImage(
  width: number,
  height: number,
  channels: number,
  data: ArrayLike<number>,
  white: number,
): RgbImage {
  const image = rgbImage(width, height, 'srgb');
  const isColor = channels >= 3;
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) image.data[3 * i + c] = data[i * channels + (isColor ? c : 0)] / white;
  }
  return image;
}
