/** A smooth random surface of about unit size, as a cubic B-spline over random coefficients. */
import { splineCell, splineWeights } from '../../../src/engine/align/localWarp';
import type { Random } from '../../fit/seededRandom';

export type Field = (x: number, y: number) => number;

/** `bumps` on the long edge of a picture of this size. */
export function smoothField(random: Random, width: number, height: number, bumps: number): Field {
  const cell = Math.max(width, height) / bumps;
  const columns = Math.max(2, Math.round(width / cell)) + 3;
  const rows = Math.max(2, Math.round(height / cell)) + 3;
  // The spline averages neighbouring coefficients, which takes a good half of their spread.
  const coefficients = Float64Array.from({ length: columns * rows }, () => 2 * random.normal());
  const wx = new Float64Array(4);
  const wy = new Float64Array(4);
  return (x, y) => {
    const cx = splineCell(x, width, columns);
    const cy = splineCell(y, height, rows);
    const column = Math.floor(cx);
    const row = Math.floor(cy);
    splineWeights(cx - column, wx);
    splineWeights(cy - row, wy);
    let sum = 0;
    for (let j = 0; j < 4; j++) {
      for (let i = 0; i < 4; i++) sum += wx[i] * wy[j] * coefficients[(row + j) * columns + column + i];
    }
    return sum;
  };
}

/** Blobs that cover about `share` of the picture: 1 inside, 0 outside, with a soft rim of `rim` (in field units). */
export function blobs(random: Random, width: number, height: number, share: number, rim: number): Field {
  const field = smoothField(random, width, height, 4 + 4 * random.uniform());
  const values = Float64Array.from({ length: 400 }, (_, i) =>
    field(((i % 20) + 0.5) * (width / 20), (Math.floor(i / 20) + 0.5) * (height / 20)),
  ).sort();
  const level = values[Math.min(399, Math.floor((1 - share) * 400))];
  return (x, y) => Math.min(1, Math.max(0, 0.5 + (field(x, y) - level) / rim));
}
