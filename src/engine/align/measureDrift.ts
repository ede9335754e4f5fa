/**
 * How far each tile of the warped film still is from the digital picture, when that is about a pixel at most: one step of
 * least squares on the gradients (Lucas & Kanade, IJCAI 1981). It needs no peak that stands out from the noise, unlike
 * correlation: a tile of faint structure under heavy grain says little and says how little, and many of them together,
 * held together by what is known of smooth displacements, say enough.
 */
import type { TileMeasurements } from './tileMeasurements';
import { createMeasurements } from './tileMeasurements';
import { D, DD, DF, F, FF, MOMENTS, sumMoments, X, XD, XF, XX, XY, Y, YD, YF, YY } from './tileMoments';
import type { Task } from '../task';

export interface DriftOptions {
  /** Tiles are (2·radiusPx + 1)² pixels, side by side. */
  readonly radiusPx: number;
  /** Longer steps than this are cut: the gradients do not reach further. */
  readonly reachPx: number;
  /** Whether a tile centered at a position may be used (it lies in the film frame). */
  readonly accepts: (x: number, y: number) => boolean;
}

/** No tile is known better than this: interpolation and unequal sharpness stay. */
const FLOOR_PX = 0.1;
/** Tiles on each side that a tile's likeness is judged with. */
const NEIGHBOURS = 2;
/** Correlation that unlike content has by chance: its square is about this over the number of pixels. */
const CHANCE = 8;
const MIN_VARIANCE = 1e-6;
/** Ratio of the determinant of the gradients' matrix to its squared trace below which only one direction is known. */
const MIN_CORNER = 1e-9;
const PIXELS_PER_STEP = 200000;

/** `digital` and `film` are locally normalized and on one grid. The information is in level pixels⁻². */
export function* measureDrift(
  digital: Float32Array,
  film: Float32Array,
  width: number,
  height: number,
  options: DriftOptions,
): Task<TileMeasurements> {
  const { radiusPx, accepts } = options;
  const size = 2 * radiusPx + 1;
  const area = size * size;
  const margin = radiusPx + 1;
  const columns = Math.max(0, Math.floor((width - 1 - 2 * margin) / size) + 1);
  const rows = Math.max(0, Math.floor((height - 1 - 2 * margin) / size) + 1);
  const x0 = Math.floor((width - 1 - (columns - 1) * size) / 2);
  const y0 = Math.floor((height - 1 - (rows - 1) * size) / 2);
  const moments = new Float64Array(columns * rows * MOMENTS);
  let spent = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = x0 + column * size;
      const y = y0 + row * size;
      if (!accepts(x, y)) continue;
      const first = (row * columns + column) * MOMENTS;
      sumMoments(digital, film, width, x, y, radiusPx, moments.subarray(first, first + MOMENTS));
      spent += area;
      if (spent > PIXELS_PER_STEP) {
        spent = 0;
        yield { stage: 'align.refine', fraction: row / rows };
      }
    }
  }
  const found = createMeasurements(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const likeness = likenessAround(moments, columns, rows, column, row, area);
      const first = (row * columns + column) * MOMENTS;
      const tile = moments.subarray(first, first + MOMENTS);
      if (tile[DD] > 0)
        solveTile(tile, area, likeness, x0 + column * size, y0 + row * size, options.reachPx, found);
    }
  }
  return found;
}

/** How much of the film the photo explains: film ≈ slope · digital + noise, all about the tile's means. */
interface Likeness {
  readonly slope: number;
  /** Variance of what is left. */
  readonly noise: number;
  /** Squared correlation, and what of it is expected by chance. */
  readonly explained: number;
  readonly chance: number;
}

/**
 * Of a tile and its neighbours together. How the film renders the photo and how strong its grain is hardly change from
 * tile to tile, and one tile of faint structure alone cannot tell: with a slope of its own it would claim a displacement
 * that is as wrong as that slope.
 */
function likenessAround(
  moments: Float64Array,
  columns: number,
  rows: number,
  column: number,
  row: number,
  area: number,
): Likeness | null {
  let [dd, df, ff, pixels] = [0, 0, 0, 0];
  for (let j = Math.max(0, row - NEIGHBOURS); j <= Math.min(rows - 1, row + NEIGHBOURS); j++) {
    for (let i = Math.max(0, column - NEIGHBOURS); i <= Math.min(columns - 1, column + NEIGHBOURS); i++) {
      const k = (j * columns + i) * MOMENTS;
      if (moments[k + DD] === 0) continue;
      dd += moments[k + DD] - (moments[k + D] * moments[k + D]) / area;
      df += moments[k + DF] - (moments[k + D] * moments[k + F]) / area;
      ff += moments[k + FF] - (moments[k + F] * moments[k + F]) / area;
      pixels += area;
    }
  }
  if (!(dd > MIN_VARIANCE * pixels && df > 0)) return null;
  const slope = df / dd;
  const noise = Math.max((ff - slope * df) / pixels, MIN_VARIANCE);
  return { slope, noise, explained: (df * df) / (dd * ff), chance: CHANCE / pixels };
}

/** film(p) ≈ slope · digital(p − s) + noise: the displacement s, and what noise leaves of the certainty about it. */
function solveTile(
  m: Float64Array,
  area: number,
  likeness: Likeness | null,
  x: number,
  y: number,
  reachPx: number,
  found: TileMeasurements,
): void {
  if (!likeness) return;
  const { slope, noise, explained, chance } = likeness;
  found.tried++;
  const about = (product: number, a: number, b: number): number => m[product] - (m[a] * m[b]) / area;
  const xx = about(XX, X, X);
  const xy = about(XY, X, Y);
  const yy = about(YY, Y, Y);
  const det = xx * yy - xy * xy;
  if (!(explained > chance && det > MIN_CORNER * (xx + yy) ** 2)) return;
  const bx = about(XD, X, D) - about(XF, X, F) / slope;
  const by = about(YD, Y, D) - about(YF, Y, F) / slope;
  const dx = (yy * bx - xy * by) / det;
  const dy = (xx * by - xy * bx) / det;
  const cut = Math.max(1, Math.hypot(dx, dy) / reachPx);
  const gain = ((slope * slope) / noise) * (1 - chance / explained);
  const trust = gain / (1 + FLOOR_PX * FLOOR_PX * gain * Math.max(xx, yy));
  const i = found.count++;
  found.x[i] = x;
  found.y[i] = y;
  found.dx[i] = dx / cut;
  found.dy[i] = dy / cut;
  found.correlation[i] = Math.sqrt(explained);
  found.infoXX[i] = xx * trust;
  found.infoXY[i] = xy * trust;
  found.infoYY[i] = yy * trust;
}
