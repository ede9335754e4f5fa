/**
 * From stored integers to an upright RgbImage, scaled down by the mean over each target pixel's area (box filter) in one
 * pass over the source: nothing of the size of the source is allocated.
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { rgbImage } from '../../engine/image/rgbImage';
import type { RgbImage } from '../../engine/image/rgbImage';
import { orientedSize, orientImage } from './orientation';
import type { Raster } from './raster';

export interface RasterToRgbImageOptions {
  /** The picture is scaled down so that its long edge is at most this. @default no scaling */
  readonly longEdgePx?: number;
  /** The space that the values are encoded in; see `spaceOfRaster`. */
  readonly space: RgbSpaceId;
}

/** Alpha is left out; gray becomes three equal channels. */
export function rasterToRgbImage(
  raster: Raster,
  { longEdgePx = Infinity, space }: RasterToRgbImageOptions,
): RgbImage {
  const scale = Math.min(1, longEdgePx / Math.max(raster.width, raster.height));
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  const stored = rgbImage(width, height, space);
  if (width === raster.width && height === raster.height) copyPixels(raster, stored.data);
  else averagePixels(raster, stored);
  return orientImage(stored, raster.orientation);
}

/** Size as the picture is seen, which is what every coordinate in Filmfit refers to. */
export function uprightSize(raster: Raster): { width: number; height: number } {
  return orientedSize(raster.width, raster.height, raster.orientation);
}

function copyPixels({ channels, bitDepth, data }: Raster, out: Float32Array): void {
  const factor = bitDepth === 16 ? 1 / 65535 : 1 / 255;
  const green = channels < 3 ? 0 : 1;
  const blue = channels < 3 ? 0 : 2;
  for (let i = 0, from = 0; i < out.length; i += 3, from += channels) {
    out[i] = data[from] * factor;
    out[i + 1] = data[from + green] * factor;
    out[i + 2] = data[from + blue] * factor;
  }
}

function averagePixels(raster: Raster, target: RgbImage): void {
  const { width, height, channels, bitDepth, data } = raster;
  const green = channels < 3 ? 0 : 1;
  const blue = channels < 3 ? 0 : 2;
  const columns = spans(width, target.width);
  const rows = spans(height, target.height);
  const factor = (target.width / width) * (target.height / height) * (bitDepth === 16 ? 1 / 65535 : 1 / 255);
  const rowSums = new Float64Array(3 * target.width);
  const sums = new Float64Array(3 * target.width);
  for (let y = 0; y < target.height; y++) {
    sums.fill(0);
    const top = rows.first[y];
    const bottom = rows.last[y];
    for (let sy = top; sy <= bottom; sy++) {
      const rowWeight = sy === top ? rows.firstShare[y] : sy === bottom ? rows.lastShare[y] : 1;
      const rowStart = sy * width * channels;
      for (let x = 0; x < target.width; x++) {
        const left = columns.first[x];
        const right = columns.last[x];
        let from = rowStart + left * channels;
        let share = columns.firstShare[x];
        let r = share * data[from];
        let g = share * data[from + green];
        let b = share * data[from + blue];
        from += channels;
        for (let sx = left + 1; sx < right; sx++, from += channels) {
          r += data[from];
          g += data[from + green];
          b += data[from + blue];
        }
        if (right > left) {
          share = columns.lastShare[x];
          r += share * data[from];
          g += share * data[from + green];
          b += share * data[from + blue];
        }
        rowSums[3 * x] = r;
        rowSums[3 * x + 1] = g;
        rowSums[3 * x + 2] = b;
      }
      for (let i = 0; i < sums.length; i++) sums[i] += rowWeight * rowSums[i];
    }
    const start = 3 * y * target.width;
    for (let i = 0; i < sums.length; i++) target.data[start + i] = sums[i] * factor;
  }
}

/** Which source pixels each target pixel covers, and how much of the first and the last one. */
function spans(sourceLength: number, targetLength: number) {
  const first = new Int32Array(targetLength);
  const last = new Int32Array(targetLength);
  const firstShare = new Float64Array(targetLength);
  const lastShare = new Float64Array(targetLength);
  const step = sourceLength / targetLength;
  for (let i = 0; i < targetLength; i++) {
    const start = i * step;
    const end = Math.min(sourceLength, (i + 1) * step);
    first[i] = Math.floor(start);
    last[i] = Math.min(sourceLength - 1, Math.ceil(end) - 1);
    firstShare[i] = Math.min(end, first[i] + 1) - start;
    lastShare[i] = end - last[i];
  }
  return { first, last, firstShare, lastShare };
}
