/**
 * Separable Gaussian blur of a plane, borders replicated. Four neighbours are summed side by side so that the loops
 * have four independent accumulators; the work is cut into strips of rows so that a caller can pause in between.
 */

import type { Task } from '../task';

/** Half of a symmetric normalized Gaussian kernel: element 0 is the center. */
export function gaussianHalfKernel(sigmaPx: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3.5 * sigmaPx));
  const kernel = new Float32Array(radius + 1);
  let sum = 0;
  for (let i = 0; i <= radius; i++) {
    kernel[i] = Math.exp((-0.5 * i * i) / (sigmaPx * sigmaPx));
    sum += i === 0 ? kernel[i] : 2 * kernel[i];
  }
  for (let i = 0; i <= radius; i++) kernel[i] /= sum;
  return kernel;
}

/** Rows a strip, so that one strip takes about a millisecond or two. */
const STRIP_SAMPLES = 60000;

/**
 * Blurs `source` into `target` (which may be the same array), using `scratch` of the same length. Yields after every
 * strip.
 */
export function* blurInStrips(
  source: Float32Array,
  target: Float32Array,
  scratch: Float32Array,
  width: number,
  height: number,
  sigmaPx: number,
  stage: string,
): Task<void> {
  const kernel = gaussianHalfKernel(sigmaPx);
  const strip = Math.max(4, Math.floor(STRIP_SAMPLES / width));
  const padded = new Float32Array(width + 2 * kernel.length + 4);
  for (let y = 0; y < height; y += strip) {
    blurRows(source, scratch, width, y, Math.min(height, y + strip), kernel, padded);
    yield { stage, fraction: (0.5 * y) / height };
  }
  for (let y = 0; y < height; y += strip) {
    blurColumns(scratch, target, width, height, y, Math.min(height, y + strip), kernel);
    yield { stage, fraction: 0.5 + (0.5 * y) / height };
  }
}

function blurRows(
  source: Float32Array,
  target: Float32Array,
  width: number,
  fromRow: number,
  toRow: number,
  kernel: Float32Array,
  padded: Float32Array,
): void {
  const radius = kernel.length - 1;
  const center = kernel[0];
  for (let y = fromRow; y < toRow; y++) {
    const row = y * width;
    for (let i = 0; i < radius; i++) padded[i] = source[row];
    padded.set(source.subarray(row, row + width), radius);
    for (let i = 0; i < radius + 4; i++) padded[radius + width + i] = source[row + width - 1];
    let x = 0;
    for (; x + 3 < width; x += 4) {
      const p = x + radius;
      let s0 = center * padded[p];
      let s1 = center * padded[p + 1];
      let s2 = center * padded[p + 2];
      let s3 = center * padded[p + 3];
      for (let k = 1; k <= radius; k++) {
        const weight = kernel[k];
        const a = p - k;
        const b = p + k;
        s0 += weight * (padded[a] + padded[b]);
        s1 += weight * (padded[a + 1] + padded[b + 1]);
        s2 += weight * (padded[a + 2] + padded[b + 2]);
        s3 += weight * (padded[a + 3] + padded[b + 3]);
      }
      const out = row + x;
      target[out] = s0;
      target[out + 1] = s1;
      target[out + 2] = s2;
      target[out + 3] = s3;
    }
    for (; x < width; x++) {
      let sum = center * padded[x + radius];
      for (let k = 1; k <= radius; k++) sum += kernel[k] * (padded[x + radius - k] + padded[x + radius + k]);
      target[row + x] = sum;
    }
  }
}

function blurColumns(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  fromRow: number,
  toRow: number,
  kernel: Float32Array,
): void {
  const radius = kernel.length - 1;
  const center = kernel[0];
  const lastRow = (height - 1) * width;
  for (let y = fromRow; y < toRow; y++) {
    const row = y * width;
    let x = 0;
    for (; x + 3 < width; x += 4) {
      const p = row + x;
      let s0 = center * source[p];
      let s1 = center * source[p + 1];
      let s2 = center * source[p + 2];
      let s3 = center * source[p + 3];
      for (let k = 1; k <= radius; k++) {
        const weight = kernel[k];
        const a = (y - k < 0 ? 0 : row - k * width) + x;
        const b = (y + k >= height ? lastRow : row + k * width) + x;
        s0 += weight * (source[a] + source[b]);
        s1 += weight * (source[a + 1] + source[b + 1]);
        s2 += weight * (source[a + 2] + source[b + 2]);
        s3 += weight * (source[a + 3] + source[b + 3]);
      }
      target[p] = s0;
      target[p + 1] = s1;
      target[p + 2] = s2;
      target[p + 3] = s3;
    }
    for (; x < width; x++) {
      let sum = center * source[row + x];
      for (let k = 1; k <= radius; k++) {
        const a = (y - k < 0 ? 0 : row - k * width) + x;
        const b = (y + k >= height ? lastRow : row + k * width) + x;
        sum += kernel[k] * (source[a] + source[b]);
      }
      target[row + x] = sum;
    }
  }
}
