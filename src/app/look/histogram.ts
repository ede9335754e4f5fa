import type { RgbImage } from '../../engine/image/rgbImage';
import type { CurveName } from './lookEdits';

const BINS = 64;
/** Every nth pixel is enough for 64 bins. */
const STRIDE = 7;

/** Rec. 601 for the curve of all channels, as in Photoshop's histogram. */
export const CHANNEL_WEIGHTS: Readonly<Record<CurveName, readonly [number, number, number]>> = {
  tone: [0.299, 0.587, 0.114],
  red: [1, 0, 0],
  green: [0, 1, 0],
  blue: [0, 0, 1],
};

/** How often each value of luma or of a channel occurs, in [0, 1] of the highest but two bins. */
export function histogram(image: RgbImage, name: CurveName): Float32Array {
  const [red, green, blue] = CHANNEL_WEIGHTS[name];
  const counts = new Float32Array(BINS);
  const { data } = image;
  for (let i = 0; i < data.length; i += 3 * STRIDE) {
    const value = red * data[i] + green * data[i + 1] + blue * data[i + 2];
    counts[Math.min(BINS - 1, Math.max(0, Math.floor(value * BINS)))]++;
  }
  return relativeCounts(counts);
}

/** In [0, 1] of the highest but two: a clipped sky would flatten everything else. */
export function relativeCounts(counts: Float32Array): Float32Array {
  const reference = Float32Array.from(counts).sort()[counts.length - 3] || 1;
  return counts.map((count) => Math.min(1, count / reference));
}
