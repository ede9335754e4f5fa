import type { Raster } from './raster';

/** Interleaved RGB of a raster with any number of channels; the raster's own array when it is RGB already. */
export function toRgbPixels({ channels, data, bitDepth, width, height }: Raster): Uint8Array | Uint16Array {
  if (channels === 3) return data;
  const length = 3 * width * height;
  const pixels = bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  const green = channels < 3 ? 0 : 1;
  const blue = channels < 3 ? 0 : 2;
  for (let i = 0, from = 0; i < length; i += 3, from += channels) {
    pixels[i] = data[from];
    pixels[i + 1] = data[from + green];
    pixels[i + 2] = data[from + blue];
  }
  return pixels;
}
