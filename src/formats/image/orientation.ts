/** EXIF orientation (EXIF 3.0, tag 274): how stored pixels are turned and mirrored to be seen upright. */
import { rgbImage } from '../../engine/image/rgbImage';
import type { RgbImage } from '../../engine/image/rgbImage';
import type { Orientation, Raster } from './raster';

/** Orientations 5…8 swap width and height. */
export function orientedSize(
  width: number,
  height: number,
  orientation: Orientation,
): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** The stored picture as it is to be seen; the same object when it is upright already. */
export function orientImage(stored: RgbImage, orientation: Orientation): RgbImage {
  if (orientation === 1) return stored;
  const { width, height } = orientedSize(stored.width, stored.height, orientation);
  const upright = rgbImage(width, height, stored.space);
  turnPixels(stored.data, upright.data, stored.width, stored.height, 3, orientation);
  return upright;
}

/** The raster with its pixels turned upright and the orientation 1. */
export function orientRaster(raster: Raster): Raster {
  if (raster.orientation === 1) return raster;
  const size = orientedSize(raster.width, raster.height, raster.orientation);
  const data =
    raster.bitDepth === 16 ? new Uint16Array(raster.data.length) : new Uint8Array(raster.data.length);
  turnPixels(raster.data, data, raster.width, raster.height, raster.channels, raster.orientation);
  return { ...raster, ...size, data, orientation: 1 };
}

type Values = Uint8Array | Uint16Array | Float32Array;

function turnPixels(
  from: Values,
  to: Values,
  width: number,
  height: number,
  channels: number,
  orientation: Orientation,
) {
  const swapped = orientation >= 5;
  const flipX = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const flipY = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  const outWidth = swapped ? height : width;
  let source = 0;
  for (let y = 0; y < height; y++) {
    const sy = flipY ? height - 1 - y : y;
    for (let x = 0; x < width; x++) {
      const sx = flipX ? width - 1 - x : x;
      const target = channels * (swapped ? sx * outWidth + sy : sy * outWidth + sx);
      for (let c = 0; c < channels; c++) to[target + c] = from[source + c];
      source += channels;
    }
  }
}
