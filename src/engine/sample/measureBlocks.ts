import type { RgbSpaceId } from '../color/rgbSpace';
import type { Plane, RgbImage } from '../image/rgbImage';
import type { Task } from '../task';

/** Means and variances over a grid of square blocks; block (x, y) has index y · columns + x. */
export interface BlockStatistics {
  readonly columns: number;
  readonly rows: number;
  /** 3 a block, encoded RGB. */
  readonly digitalMean: Float32Array;
  readonly filmMean: Float32Array;
  /** Mean variance of the three channels inside the block. */
  readonly digitalVariance: Float32Array;
  readonly filmVariance: Float32Array;
  /** Share of pixels at the end of the range in either picture. */
  readonly clippedShare: Float32Array;
  /** Mean reliability; 0 where less than half of the block can be trusted. */
  readonly coverage: Float32Array;
  readonly space: RgbSpaceId;
}

/** One level from the ends of an 8-bit range. */
const CLIP_LOW = 0.75 / 255;
const CLIP_HIGH = 254.25 / 255;
const MIN_COVERAGE = 0.5;
const PIXELS_PER_STEP = 60_000;

/** Pixels that are NaN in either picture are passed over. */
export function* measureBlocks(
  digital: RgbImage,
  film: RgbImage,
  reliability: Plane,
  sizePx: number,
): Task<BlockStatistics> {
  const columns = Math.max(1, Math.floor(digital.width / sizePx));
  const rows = Math.max(1, Math.floor(digital.height / sizePx));
  const total = columns * rows;
  const result = {
    columns,
    rows,
    digitalMean: new Float32Array(3 * total),
    filmMean: new Float32Array(3 * total),
    digitalVariance: new Float32Array(total),
    filmVariance: new Float32Array(total),
    clippedShare: new Float32Array(total),
    coverage: new Float32Array(total),
    space: digital.space,
  };
  // Sums of value and square: three channels of digital, then of film.
  const sums = new Float64Array(6);
  const squares = new Float64Array(6);
  let sinceStep = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      sums.fill(0);
      squares.fill(0);
      let trust = 0;
      let clipped = 0;
      for (let y = row * sizePx; y < (row + 1) * sizePx && y < digital.height; y++) {
        for (let x = column * sizePx; x < (column + 1) * sizePx && x < digital.width; x++) {
          const pixel = y * digital.width + x;
          const w = reliability.data[pixel];
          if (!(w > 0)) continue;
          let finite = 0;
          let isClipped = false;
          for (let c = 0; c < 3; c++) {
            const d = digital.data[3 * pixel + c];
            const f = film.data[3 * pixel + c];
            finite += d - d + (f - f);
            if (d <= CLIP_LOW || d >= CLIP_HIGH || f <= CLIP_LOW || f >= CLIP_HIGH) isClipped = true;
          }
          // v − v is 0 for numbers and NaN for NaN and the infinities.
          if (finite !== 0) continue;
          for (let c = 0; c < 3; c++) {
            const d = digital.data[3 * pixel + c];
            const f = film.data[3 * pixel + c];
            sums[c] += w * d;
            squares[c] += w * d * d;
            sums[3 + c] += w * f;
            squares[3 + c] += w * f * f;
          }
          trust += w;
          if (isClipped) clipped += w;
        }
      }
      sinceStep += sizePx * sizePx;
      const coverage = trust / (sizePx * sizePx);
      if (coverage < MIN_COVERAGE) continue;
      const block = row * columns + column;
      result.coverage[block] = Math.min(1, coverage);
      result.clippedShare[block] = clipped / trust;
      for (let c = 0; c < 3; c++) {
        const d = sums[c] / trust;
        const f = sums[3 + c] / trust;
        result.digitalMean[3 * block + c] = d;
        result.filmMean[3 * block + c] = f;
        result.digitalVariance[block] += Math.max(0, squares[c] / trust - d * d) / 3;
        result.filmVariance[block] += Math.max(0, squares[3 + c] / trust - f * f) / 3;
      }
    }
    if (sinceStep >= PIXELS_PER_STEP) {
      sinceStep = 0;
      yield { stage: 'sample.blocks', fraction: row / rows };
    }
  }
  return result;
}
