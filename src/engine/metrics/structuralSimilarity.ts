/**
 * SSIM of two planes (Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to structural
 * similarity", 2004): Gaussian windows of 11×11 with σ = 1.5, K₁ = 0.01, K₂ = 0.03, averaged over all whole windows.
 * 1 for equal structures; 0 and below for unrelated ones. Windows count by the trust of their pixels.
 */
import type { Plane } from '../image/rgbImage';

const RADIUS = 5;
const SIGMA = 1.5;
const K1 = 0.01;
const K2 = 0.03;
/** Windows that are trusted less than this, on average, are left out. */
const MIN_TRUST = 0.5;

/**
 * @param range of the values: 1 for encoded values, 100 for CIELAB's lightness
 * @param trust weight of each pixel in its windows, ≥ 0; without it all the same
 * @returns mean SSIM, or null when no whole window is trusted
 * @throws RangeError when sizes differ
 */
export function structuralSimilarity(a: Plane, b: Plane, range: number, trust?: Plane): number | null {
  const { width, height } = a;
  for (const other of trust ? [b, trust] : [b]) {
    if (other.width !== width || other.height !== height) {
      throw new RangeError(`Expected planes of ${width}×${height}, got ${other.width}×${other.height}.`);
    }
  }
  const w = trust?.data ?? new Float32Array(width * height).fill(1);
  const moment = (value: (i: number) => number): Float64Array =>
    window(
      Float64Array.from({ length: width * height }, (_, i) => (w[i] > 0 ? w[i] * value(i) : 0)),
      width,
      height,
    );
  const weight = moment(() => 1);
  const meanA = moment((i) => a.data[i]);
  const meanB = moment((i) => b.data[i]);
  const squareA = moment((i) => a.data[i] * a.data[i]);
  const squareB = moment((i) => b.data[i] * b.data[i]);
  const product = moment((i) => a.data[i] * b.data[i]);
  const c1 = (K1 * range) ** 2;
  const c2 = (K2 * range) ** 2;
  let sum = 0;
  let total = 0;
  for (let y = RADIUS; y < height - RADIUS; y++) {
    for (let x = RADIUS; x < width - RADIUS; x++) {
      const i = y * width + x;
      const share = weight[i];
      if (!(share >= MIN_TRUST)) continue;
      const ma = meanA[i] / share;
      const mb = meanB[i] / share;
      const va = squareA[i] / share - ma * ma;
      const vb = squareB[i] / share - mb * mb;
      const cov = product[i] / share - ma * mb;
      sum += (share * (2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
      total += share;
    }
  }
  return total > 0 ? sum / total : null;
}

/** Separable Gaussian window; borders, where it would not be whole, stay zero. */
function window(values: Float64Array, width: number, height: number): Float64Array {
  const across = new Float64Array(values.length);
  const result = new Float64Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = RADIUS; x < width - RADIUS; x++) {
      const i = y * width + x;
      for (let k = -RADIUS; k <= RADIUS; k++) across[i] += KERNEL[k + RADIUS] * values[i + k];
    }
  }
  for (let y = RADIUS; y < height - RADIUS; y++) {
    for (let x = RADIUS; x < width - RADIUS; x++) {
      const i = y * width + x;
      for (let k = -RADIUS; k <= RADIUS; k++) result[i] += KERNEL[k + RADIUS] * across[i + k * width];
    }
  }
  return result;
}

const KERNEL = gaussianKernel();

function gaussianKernel(): Float64Array {
  const kernel = Float64Array.from({ length: 2 * RADIUS + 1 }, (_, i) =>
    Math.exp(-((i - RADIUS) ** 2) / (2 * SIGMA * SIGMA)),
  );
  const sum = kernel.reduce((total, value) => total + value, 0);
  return kernel.map((value) => value / sum);
}
