/**
 * Grain as a disturbance of density: clouds of dye have a size, so the noise is correlated over neighbouring pixels, and its
 * variance grows with density (Selwyn, A Theory of Graininess, 1935).
 */
import { gaussianBlur } from '../picture/gaussianBlur';
import { createGaussian, createRandom } from '../random';

/** Three independent fields of mean 0 and standard deviation 1, one a layer, interleaved; `radiusPx` is the sigma of a cloud. */
export function createGrain(width: number, height: number, radiusPx: number, seed: number): Float32Array {
  const gaussian = createGaussian(createRandom(seed));
  const white = Float32Array.from({ length: 3 * width * height }, gaussian);
  const fine = gaussianBlur(white, width, height, radiusPx);
  const coarse = gaussianBlur(white, width, height, 2.2 * radiusPx);
  const fineGain = 1 / deviation(fine);
  const coarseGain = 1 / deviation(coarse);
  const grain = fine.map((value, i) => 0.85 * fineGain * value + 0.4 * coarseGain * coarse[i]);
  const gain = 1 / deviation(grain);
  return grain.map((value) => gain * value);
}

/** Standard deviation of the grain at a density over that of the unexposed film. */
export function grainDeviation(granularity: number, density: number): number {
  return granularity * Math.sqrt(Math.max(0.02, density));
}

function deviation(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}
