/**
 * How far each tile of the warped film still is from the digital picture: normalized cross-correlation of the locally
 * normalized pictures over a small search window, its peak located by a quadratic. The curvature of the peak says how
 * firmly each direction is known: along an edge hardly at all.
 */
import type { TileMeasurements } from './tileMeasurements';
import { createMeasurements } from './tileMeasurements';
import type { Task } from '../task';

export interface TileOptions {
  /** Tiles are (2·radiusPx + 1)² pixels. */
  readonly radiusPx: number;
  readonly stepPx: number;
  /** Largest displacement looked for. */
  readonly searchPx: number;
  readonly minCorrelation: number;
  /** Whether a tile centered at a position may be used (it lies in the film frame). */
  readonly accepts: (x: number, y: number) => boolean;
}

/** Mean square of a locally normalized tile below which it holds no structure. */
const MIN_ENERGY = 0.12;
/** Correlation surfaces have a curvature of this order; measurements below a hundredth of it are noise. */
const MIN_CURVATURE = 1e-3;
const MULTIPLICATIONS_PER_STEP = 4e6;

export function* measureTiles(
  digital: Float32Array,
  film: Float32Array,
  width: number,
  height: number,
  options: TileOptions,
): Task<TileMeasurements> {
  const { radiusPx, stepPx, searchPx, accepts } = options;
  const margin = radiusPx + searchPx + 1;
  const columns = Math.max(0, Math.floor((width - 1 - 2 * margin) / stepPx) + 1);
  const rows = Math.max(0, Math.floor((height - 1 - 2 * margin) / stepPx) + 1);
  const x0 = Math.floor((width - 1 - (columns - 1) * stepPx) / 2);
  const y0 = Math.floor((height - 1 - (rows - 1) * stepPx) / 2);
  const found = createMeasurements(columns * rows);
  const surface = new Float64Array((2 * searchPx + 5) ** 2);
  const cost = (2 * radiusPx + 1) ** 2 * (2 * searchPx + 1) ** 2;
  let spent = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = x0 + column * stepPx;
      const y = y0 + row * stepPx;
      if (!accepts(x, y)) continue;
      measureTile(digital, film, width, x, y, options, surface, found);
      spent += cost;
      if (spent > MULTIPLICATIONS_PER_STEP) {
        spent = 0;
        yield { stage: 'align.refine', fraction: row / rows };
      }
    }
  }
  return found;
}

function measureTile(
  digital: Float32Array,
  film: Float32Array,
  width: number,
  x: number,
  y: number,
  options: TileOptions,
  surface: Float64Array,
  found: TileMeasurements,
): void {
  const { radiusPx, searchPx, minCorrelation } = options;
  const size = 2 * radiusPx + 1;
  const area = size * size;
  const energy = tileEnergy(digital, width, x, y, radiusPx);
  if (energy < MIN_ENERGY * area || tileEnergy(film, width, x, y, radiusPx) < MIN_ENERGY * area) return;
  found.tried++;
  const span = 2 * searchPx + 1;
  correlate(digital, film, width, x, y, radiusPx, searchPx, surface);
  let best = 0;
  for (let k = 1; k < span * span; k++) if (surface[k] > surface[best]) best = k;
  const column = best % span;
  const row = (best - column) / span;
  const peak = surface[best] / Math.sqrt(energy);
  if (!(peak >= minCorrelation)) return;
  if (column === 0 || row === 0 || column === span - 1 || row === span - 1) return;
  const k = 1 / Math.sqrt(energy);
  const at = (i: number): number => surface[best + i] * k;
  const gx = (at(1) - at(-1)) / 2;
  const gy = (at(span) - at(-span)) / 2;
  const hxx = -(at(1) + at(-1) - 2 * peak);
  const hyy = -(at(span) + at(-span) - 2 * peak);
  const hxy = -(at(span + 1) - at(span - 1) - at(-span + 1) + at(-span - 1)) / 4;
  const det = hxx * hyy - hxy * hxy;
  if (hxx < MIN_CURVATURE || hyy < MIN_CURVATURE || det <= 0) return;
  let dx = (hyy * gx - hxy * gy) / det;
  let dy = (hxx * gy - hxy * gx) / det;
  const reach = Math.max(Math.abs(dx), Math.abs(dy));
  if (reach > 1) {
    dx /= reach;
    dy /= reach;
  }
  const i = found.count++;
  found.x[i] = x;
  found.y[i] = y;
  found.dx[i] = column - searchPx + dx;
  found.dy[i] = row - searchPx + dy;
  found.correlation[i] = peak;
  // Noise of the peak's place: curvature over what is left unexplained.
  const trust = (peak * peak) / (1.02 - peak * peak);
  found.infoXX[i] = hxx * trust;
  found.infoXY[i] = hxy * trust;
  found.infoYY[i] = hyy * trust;
}

function tileEnergy(picture: Float32Array, width: number, x: number, y: number, radius: number): number {
  let sum = 0;
  for (let j = y - radius; j <= y + radius; j++) {
    for (let i = j * width + x - radius; i <= j * width + x + radius; i++) sum += picture[i] * picture[i];
  }
  return sum;
}

/** Fills the surface with Σ digital·film / √Σ film² for every displacement, row by row. */
function correlate(
  digital: Float32Array,
  film: Float32Array,
  width: number,
  x: number,
  y: number,
  radius: number,
  search: number,
  surface: Float64Array,
): void {
  const span = 2 * search + 1;
  const size = 2 * radius + 1;
  for (let sy = 0; sy < span; sy++) {
    const filmTop = (y - radius + sy - search) * width + x - radius - search;
    const digitalTop = (y - radius) * width + x - radius;
    for (let sx = 0; sx < span; sx += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let j = 0; j < size; j++) {
        const d = digitalTop + j * width;
        const f = filmTop + j * width + sx;
        for (let i = 0; i < size; i++) {
          const value = digital[d + i];
          s0 += value * film[f + i];
          s1 += value * film[f + i + 1];
          s2 += value * film[f + i + 2];
          s3 += value * film[f + i + 3];
        }
      }
      const k = sy * span + sx;
      surface[k] = s0;
      if (sx + 1 < span) surface[k + 1] = s1;
      if (sx + 2 < span) surface[k + 2] = s2;
      if (sx + 3 < span) surface[k + 3] = s3;
    }
    // Energies under the sliding window: columns of the first window, then one in, one out.
    let energy = 0;
    for (let i = 0; i < size; i++) energy += columnEnergy(film, width, filmTop + i, size);
    for (let sx = 0; sx < span; sx++) {
      surface[sy * span + sx] /= Math.sqrt(Math.max(energy, 1e-9));
      energy +=
        columnEnergy(film, width, filmTop + sx + size, size) - columnEnergy(film, width, filmTop + sx, size);
    }
  }
}

function columnEnergy(film: Float32Array, width: number, top: number, size: number): number {
  let sum = 0;
  for (let j = 0; j < size; j++) {
    const value = film[top + j * width];
    sum += value * value;
  }
  return sum;
}
