/**
 * Light through a scan as means of small blocks, without what is not film: the holder (no light), bare light beside the
 * film and in its perforation (clipped), and the soft edges of both. What every measurement on a single negative
 * starts from.
 */
import type { RgbImage } from '../image/rgbImage';
import { createLightReader } from './scanDensity';

/** Blocks along the long edge: small enough for a rebate, large enough that grain and dust average out. */
const BLOCKS_ALONG_LONG_EDGE = 250;
/** Darker than any film in all channels: density 3. */
const HOLDER_LIGHT = 1e-3;
/** Encoded values at which a channel is clipped. */
const CLIPPED = 0.985;
/** Blocks around holder and bare light that their blurred edge may reach. */
const EDGE_BLOCKS = 3;

export interface ScanBlocks {
  readonly count: number;
  /** 3 a block: linear light in (0, 1]. */
  readonly light: Float64Array;
}

/** @param scanGamma as in Inversion */
export function measureScanBlocks(scan: RgbImage, scanGamma: number | null): ScanBlocks {
  const sizePx = Math.max(1, Math.round(Math.max(scan.width, scan.height) / BLOCKS_ALONG_LONG_EDGE));
  const columns = Math.floor(scan.width / sizePx);
  const rows = Math.floor(scan.height / sizePx);
  const light = new Float64Array(3 * columns * rows);
  const lightOf = createLightReader(scan.space, scanGamma);
  const outside = new Uint8Array(columns * rows);
  for (let block = 0; block < outside.length; block++) {
    const left = (block % columns) * sizePx;
    const top = Math.floor(block / columns) * sizePx;
    if (!addLight(scan, lightOf, left, top, sizePx, light.subarray(3 * block, 3 * block + 3)))
      outside[block] = 1;
  }
  const edged = grown(outside, columns, rows);
  let count = 0;
  for (let block = 0; block < outside.length; block++) {
    if (edged[block] === 1) continue;
    light.copyWithin(3 * count, 3 * block, 3 * block + 3);
    count++;
  }
  return { count, light: light.subarray(0, 3 * count) };
}

/** Mean light of a block; false when some of it is no film. */
function addLight(
  { width, data }: RgbImage,
  lightOf: (encoded: number) => number,
  left: number,
  top: number,
  sizePx: number,
  out: Float64Array,
): boolean {
  for (let y = top; y < top + sizePx; y++) {
    for (let x = left; x < left + sizePx; x++) {
      const i = 3 * (y * width + x);
      if (Math.min(data[i], data[i + 1], data[i + 2]) >= CLIPPED) return false;
      let brightest = 0;
      for (let c = 0; c < 3; c++) {
        const value = lightOf(data[i + c]);
        out[c] += value / (sizePx * sizePx);
        brightest = Math.max(brightest, value);
      }
      if (brightest < HOLDER_LIGHT) return false;
    }
  }
  return true;
}

/** Every block that is not film grown by EDGE_BLOCKS to all sides: along rows, then along columns. */
function grown(outside: Uint8Array, columns: number, rows: number): Uint8Array {
  const wide = new Uint8Array(outside.length);
  const result = new Uint8Array(outside.length);
  for (let y = 0; y < rows; y++) spread(outside, wide, y * columns, 1, columns);
  for (let x = 0; x < columns; x++) spread(wide, result, x, columns, rows);
  return result;
}

/** One line of `count` blocks, `step` apart. */
function spread(from: Uint8Array, to: Uint8Array, start: number, step: number, count: number): void {
  const reach = EDGE_BLOCKS;
  for (let i = 0; i < count; i++) {
    if (from[start + i * step] === 0) continue;
    const last = i + reach < count ? i + reach : count - 1;
    for (let k = i > reach ? i - reach : 0; k <= last; k++) to[start + k * step] = 1;
  }
}

/** Value below which `share` of one channel's blocks lie. */
export function lightQuantile({ light, count }: ScanBlocks, channel: number, share: number): number {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = light[3 * i + channel];
  values.sort();
  return values[Math.min(count - 1, Math.max(0, Math.round(share * (count - 1))))];
}
