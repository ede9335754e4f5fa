/** Mean over a square neighbourhood by running sums: the cost does not depend on the radius. Edges are repeated. */
import type { Task } from '../task';

const STRIP_SAMPLES = 150000;

/** Means over (2·radiusPx + 1)² pixels; `target` must not be `source`. Yields between strips. */
export function* boxMean(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  radiusPx: number,
  stage: string,
): Task<void> {
  const sums = new Float64Array(width);
  for (let k = -radiusPx; k <= radiusPx; k++) addRow(source, width, clamp(k, height - 1), 1, sums);
  const strip = Math.max(4, Math.floor(STRIP_SAMPLES / width));
  for (let y = 0; y < height; y++) {
    meanRow(sums, target, width, y, radiusPx);
    addRow(source, width, clamp(y + radiusPx + 1, height - 1), 1, sums);
    addRow(source, width, clamp(y - radiusPx, height - 1), -1, sums);
    if (y % strip === strip - 1) yield { stage, fraction: y / height };
  }
}

function clamp(value: number, last: number): number {
  return value < 0 ? 0 : value > last ? last : value;
}

function addRow(source: Float32Array, width: number, y: number, sign: number, sums: Float64Array): void {
  const row = y * width;
  for (let x = 0; x < width; x++) sums[x] += sign * source[row + x];
}

function meanRow(sums: Float64Array, target: Float32Array, width: number, y: number, radius: number): void {
  const last = width - 1;
  const factor = 1 / (2 * radius + 1) ** 2;
  let sum = 0;
  for (let k = -radius; k <= radius; k++) sum += sums[clamp(k, last)];
  for (let x = 0; x < width; x++) {
    target[y * width + x] = sum * factor;
    const enter = x + radius + 1;
    const leave = x - radius;
    sum += sums[enter > last ? last : enter] - sums[leave < 0 ? 0 : leave];
  }
}
