/**
 * Light through a scan as means of small blocks, without what is not film: the holder (no light) and bare light beside
 * the film (clipped). What every measurement on a single negative starts from.
 */
import type { RgbImage } from '../image/rgbImage';
import { scanLight } from './scanDensity';

/** Blocks along the long edge: small enough for a rebate, large enough that grain and dust average out. */
const BLOCKS_ALONG_LONG_EDGE = 250;
/** Darker than any film in all channels: density 3. */
const HOLDER_LIGHT = 1e-3;
/** Encoded values at which a channel is clipped. */
const CLIPPED = 0.985;

export interface ScanBlocks {
  readonly count: number;
  /** 3 a block: linear light in (0, 1]. */
  readonly light: Float64Array;
}

/** @param scanGamma as in Inversion */
export function measureScanBlocks(scan: RgbImage, scanGamma: number | null): ScanBlocks {
  const { width, height, data, space } = scan;
  const sizePx = Math.max(1, Math.round(Math.max(width, height) / BLOCKS_ALONG_LONG_EDGE));
  const columns = Math.floor(width / sizePx);
  const rows = Math.floor(height / sizePx);
  const light = new Float64Array(3 * columns * rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const sum = [0, 0, 0];
      let clipped = false;
      let dark = false;
      for (let y = row * sizePx; y < (row + 1) * sizePx; y++) {
        for (let x = column * sizePx; x < (column + 1) * sizePx; x++) {
          const i = 3 * (y * width + x);
          let brightest = 0;
          let dimmest = 1;
          for (let c = 0; c < 3; c++) {
            const value = scanLight(data[i + c], space, scanGamma);
            sum[c] += value;
            brightest = Math.max(brightest, value);
            dimmest = Math.min(dimmest, data[i + c]);
          }
          if (dimmest >= CLIPPED) clipped = true;
          if (brightest < HOLDER_LIGHT) dark = true;
        }
      }
      if (clipped || dark) continue;
      for (let c = 0; c < 3; c++) light[3 * count + c] = sum[c] / (sizePx * sizePx);
      count++;
    }
  }
  return { count, light: light.subarray(0, 3 * count) };
}

/** Value below which `share` of one channel's blocks lie. */
export function lightQuantile({ light, count }: ScanBlocks, channel: number, share: number): number {
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = light[3 * i + channel];
  values.sort();
  return values[Math.min(count - 1, Math.max(0, Math.round(share * (count - 1))))];
}
