import type { RgbImage } from '../../engine/image/rgbImage';

const BINS = 64;
/** Every nth pixel is enough for 64 bins. */
const STRIDE = 7;

/** How often each luma (Rec. 601, as in Photoshop's histogram) occurs, in [0, 1] of the highest but two bins. */
export function lumaHistogram(image: RgbImage): Float32Array {
  const counts = new Float32Array(BINS);
  for (let i = 0; i < image.data.length; i += 3 * STRIDE) {
    const luma = 0.299 * image.data[i] + 0.587 * image.data[i + 1] + 0.114 * image.data[i + 2];
    counts[Math.min(BINS - 1, Math.max(0, Math.floor(luma * BINS)))]++;
  }
  // A clipped sky would flatten everything else.
  const reference = Float32Array.from(counts).sort()[BINS - 3] || 1;
  return counts.map((count) => Math.min(1, count / reference));
}
