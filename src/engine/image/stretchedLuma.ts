/**
 * A tone-neutral gray picture for finding correspondences: every channel is stretched from its 1 % to its 99 % quantile
 * before they are mixed, which takes exposure, white balance and the orange mask of a negative out of the comparison.
 */
import type { Plane, RgbImage } from './rgbImage';
import { plane } from './rgbImage';
import type { Task } from '../task';

const BINS = 2048;
/** About how many pixels the quantiles are read from. */
const QUANTILE_PIXELS = 120000;
/** Values may leave [0, 1] by this much: specular peaks and dust are dampened, ordinary highlights keep their detail. */
const HEADROOM = 0.25;
const STRIP_PIXELS = 200000;

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Luma (Rec. 601 weights) of the stretched channels; nominal [0, 1], at most `HEADROOM` beyond. */
export function* stretchedLuma(image: RgbImage, stage: string): Task<Plane> {
  const { data, width, height } = image;
  const ranges: Range[] = [];
  for (let channel = 0; channel < 3; channel++) {
    ranges.push(channelRange(data, channel));
    yield { stage, fraction: 0.1 * (channel + 1) };
  }
  const [r, g, b] = ranges;
  const weights = [0.299, 0.587, 0.114];
  const kr = weights[0] / (r.high - r.low);
  const kg = weights[1] / (g.high - g.low);
  const kb = weights[2] / (b.high - b.low);
  const offset = -kr * r.low - kg * g.low - kb * b.low;
  const luma = new Float32Array(width * height);
  for (let from = 0; from < luma.length; from += STRIP_PIXELS) {
    const to = Math.min(luma.length, from + STRIP_PIXELS);
    for (let i = from, p = 3 * from; i < to; i++, p += 3) {
      const value = kr * data[p] + kg * data[p + 1] + kb * data[p + 2] + offset;
      // What is not a number counts as black, as a speck of dust would.
      luma[i] = !(value >= -HEADROOM) ? -HEADROOM : value > 1 + HEADROOM ? 1 + HEADROOM : value;
    }
    yield { stage, fraction: 0.3 + (0.7 * to) / luma.length };
  }
  return plane(width, height, luma);
}

/** 1 % and 99 % quantiles of one channel, never closer together than 1 % of the full range. */
function channelRange(data: Float32Array, channel: number): Range {
  const histogram = new Uint32Array(BINS);
  const stride = 3 * Math.max(1, Math.floor(data.length / 3 / QUANTILE_PIXELS));
  let count = 0;
  for (let p = channel; p < data.length; p += stride) {
    const value = data[p];
    histogram[value <= 0 ? 0 : value >= 1 ? BINS - 1 : Math.floor(value * (BINS - 1) + 0.5)]++;
    count++;
  }
  const low = quantile(histogram, 0.01 * count);
  const high = quantile(histogram, 0.99 * count);
  return high - low < 0.01
    ? { low: (low + high) / 2 - 0.005, high: (low + high) / 2 + 0.005 }
    : { low, high };
}

function quantile(histogram: Uint32Array, target: number): number {
  let sum = 0;
  for (let bin = 0; bin < histogram.length; bin++) {
    sum += histogram[bin];
    if (sum > target) return bin / (BINS - 1);
  }
  return 1;
}
