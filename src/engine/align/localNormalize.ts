/**
 * Local normalization: every pixel minus the mean of its neighbourhood, divided by the neighbourhood's standard
 * deviation. What is left hardly depends on tone curve, exposure or vignetting, so that two renderings of one scene
 * can be compared by correlation.
 */
import type { Task } from '../task';

/** Contrast (of a picture in [0, 1]) below which a neighbourhood counts as flat and is not amplified. */
const FLAT_CONTRAST = 0.02;
const STRIP_SAMPLES = 40000;

/** Box neighbourhood of (2·radiusPx + 1)², edges repeated. Yields between strips. */
export function* localNormalize(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  radiusPx: number,
  stage: string,
): Task<void> {
  const sum = new Float64Array(width);
  const square = new Float64Array(width);
  const area = (2 * radiusPx + 1) ** 2;
  for (let k = -radiusPx; k <= radiusPx; k++) addRow(source, width, clampRow(k, height), 1, sum, square);
  const rows = Math.max(4, Math.floor(STRIP_SAMPLES / width));
  for (let y = 0; y < height; y++) {
    normalizeRow(source, target, width, y, radiusPx, area, sum, square);
    addRow(source, width, clampRow(y + radiusPx + 1, height), 1, sum, square);
    addRow(source, width, clampRow(y - radiusPx, height), -1, sum, square);
    if (y % rows === rows - 1) yield { stage, fraction: y / height };
  }
}

function clampRow(y: number, height: number): number {
  return y < 0 ? 0 : y >= height ? height - 1 : y;
}

function addRow(
  source: Float32Array,
  width: number,
  y: number,
  sign: number,
  sum: Float64Array,
  square: Float64Array,
): void {
  const row = y * width;
  for (let x = 0; x < width; x++) {
    const value = source[row + x];
    sum[x] += sign * value;
    square[x] += sign * value * value;
  }
}

function normalizeRow(
  source: Float32Array,
  target: Float32Array,
  width: number,
  y: number,
  radius: number,
  area: number,
  sum: Float64Array,
  square: Float64Array,
): void {
  const row = y * width;
  const last = width - 1;
  let s = 0;
  let q = 0;
  for (let k = -radius; k <= radius; k++) {
    const x = k < 0 ? 0 : k > last ? last : k;
    s += sum[x];
    q += square[x];
  }
  for (let x = 0; x < width; x++) {
    const mean = s / area;
    const variance = q / area - mean * mean;
    target[row + x] = (source[row + x] - mean) / (Math.sqrt(variance > 0 ? variance : 0) + FLAT_CONTRAST);
    const enter = x + radius + 1 > last ? last : x + radius + 1;
    const leave = x - radius < 0 ? 0 : x - radius;
    s += sum[enter] - sum[leave];
    q += square[enter] - square[leave];
  }
}
