/**
 * Which blocks of the registered film have a color that the rest of the picture does not explain: a person who moved, a
 * cloud's shadow. A quadratic map of the digital colors and of the position is fitted robustly to block means; what lies
 * many robust deviations off is inconsistent. Only a hint: a color of its own may be rare and still right.
 */
import type { RgbImage } from '../image/rgbImage';
import type { Task } from '../task';
import { solveCholesky } from '../math/solveCholesky';

export const COLOR_BLOCK_PX = 6;
const TERMS = 15;
const ITERATIONS = 5;
const MIN_BLOCKS = 60;
/** Least deviation taken for real, in encoded values. */
const MIN_DEVIATION = 0.012;

export interface BlockGrid {
  readonly columns: number;
  readonly rows: number;
  /** Deviation of each block in robust standard deviations; 0 where the block is not in use. */
  readonly deviation: Float32Array;
}

/** `weight` (one a pixel) says which pixels may vote. */
export function* measureColorConsistency(
  digital: RgbImage,
  film: RgbImage,
  weight: Float32Array,
  stage: string,
): Task<BlockGrid> {
  const columns = Math.ceil(digital.width / COLOR_BLOCK_PX);
  const rows = Math.ceil(digital.height / COLOR_BLOCK_PX);
  const count = columns * rows;
  const terms = new Float64Array(count * TERMS);
  const target = new Float64Array(count * 3);
  const usable = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      fillBlock(digital, film, weight, column, row, columns, terms, target, usable);
    }
    if (row % 16 === 15) yield { stage, fraction: (0.5 * row) / rows };
  }
  const deviation = new Float32Array(count);
  const votes = Float64Array.from(usable);
  const residual = new Float64Array(count * 3);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    if (!fitChannels(terms, target, votes, residual, count)) return { columns, rows, deviation };
    yield { stage, fraction: 0.5 + (0.5 * iteration) / ITERATIONS };
    const scale = [0, 1, 2].map((channel) => robustDeviation(residual, usable, channel));
    for (let i = 0; i < count; i++) {
      let square = 0;
      for (let c = 0; c < 3; c++) square += (residual[3 * i + c] / scale[c]) ** 2 / 3;
      deviation[i] = usable[i] > 0 ? Math.sqrt(square) : 0;
      votes[i] = deviation[i] < 5 ? usable[i] * (1 - (deviation[i] / 5) ** 2) ** 2 : 0;
    }
  }
  return { columns, rows, deviation };
}

function fillBlock(
  digital: RgbImage,
  film: RgbImage,
  weight: Float32Array,
  column: number,
  row: number,
  columns: number,
  terms: Float64Array,
  target: Float64Array,
  usable: Float64Array,
): void {
  const { width, height } = digital;
  const mean = [0, 0, 0, 0, 0, 0];
  let sum = 0;
  const bottom = Math.min(height, (row + 1) * COLOR_BLOCK_PX);
  const right = Math.min(width, (column + 1) * COLOR_BLOCK_PX);
  for (let y = row * COLOR_BLOCK_PX; y < bottom; y++) {
    for (let x = column * COLOR_BLOCK_PX; x < right; x++) {
      const i = y * width + x;
      const w = weight[i];
      if (w <= 0) continue;
      sum += w;
      for (let c = 0; c < 3; c++) {
        mean[c] += w * digital.data[3 * i + c];
        mean[3 + c] += w * film.data[3 * i + c];
      }
    }
  }
  if (sum < (COLOR_BLOCK_PX * COLOR_BLOCK_PX) / 4) return;
  const block = row * columns + column;
  usable[block] = 1;
  const r = mean[0] / sum - 0.5;
  const g = mean[1] / sum - 0.5;
  const b = mean[2] / sum - 0.5;
  const x = (2 * column * COLOR_BLOCK_PX) / width - 1;
  const y = (2 * row * COLOR_BLOCK_PX) / height - 1;
  terms.set([1, r, g, b, r * r, g * g, b * b, r * g, r * b, g * b, x, y, x * x, x * y, y * y], block * TERMS);
  for (let c = 0; c < 3; c++) target[3 * block + c] = mean[3 + c] / sum;
}

function fitChannels(
  terms: Float64Array,
  target: Float64Array,
  votes: Float64Array,
  residual: Float64Array,
  count: number,
): boolean {
  const normal = new Float64Array(TERMS * TERMS);
  const right = [0, 1, 2].map(() => new Float64Array(TERMS));
  let used = 0;
  for (let i = 0; i < count; i++) {
    const w = votes[i];
    if (w === 0) continue;
    used++;
    for (let a = 0; a < TERMS; a++) {
      const value = w * terms[i * TERMS + a];
      for (let b = 0; b <= a; b++) normal[a * TERMS + b] += value * terms[i * TERMS + b];
      for (let c = 0; c < 3; c++) right[c][a] += value * target[3 * i + c];
    }
  }
  if (used < MIN_BLOCKS) return false;
  for (let a = 0; a < TERMS; a++) normal[a * TERMS + a] += 1e-5 * used;
  for (let c = 0; c < 3; c++) {
    if (!solveCholesky(normal.slice(), right[c], TERMS)) return false;
  }
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) {
      let expected = 0;
      for (let a = 0; a < TERMS; a++) expected += right[c][a] * terms[i * TERMS + a];
      residual[3 * i + c] = target[3 * i + c] - expected;
    }
  }
  return true;
}

function robustDeviation(residual: Float64Array, usable: Float64Array, channel: number): number {
  const sizes = new Float64Array(usable.length);
  let count = 0;
  for (let i = 0; i < usable.length; i++) {
    if (usable[i] > 0) sizes[count++] = Math.abs(residual[3 * i + channel]);
  }
  const sorted = sizes.subarray(0, count).sort();
  // The median of |normal| is 0.6745 standard deviations.
  return Math.max(MIN_DEVIATION, 1.4826 * sorted[count >> 1]);
}
