/**
 * How far each tile of the warped film still is from the digital picture, when that is about a pixel at most: one step of
 * least squares on the gradients (Lucas & Kanade, IJCAI 1981). It needs no peak that stands out from the noise, unlike
 * correlation: a tile of faint structure under heavy grain says little and says how little, and many of them together,
 * held together by what is known of smooth displacements, say enough.
 */
import type { TileMeasurements } from './tileMeasurements';
import { createMeasurements } from './tileMeasurements';
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
/** Correlation that a tile of unlike content has by chance: its square is about this over the number of pixels. */
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
  const margin = radiusPx + 1;
  const columns = Math.max(0, Math.floor((width - 1 - 2 * margin) / size) + 1);
  const rows = Math.max(0, Math.floor((height - 1 - 2 * margin) / size) + 1);
  const x0 = Math.floor((width - 1 - (columns - 1) * size) / 2);
  const y0 = Math.floor((height - 1 - (rows - 1) * size) / 2);
  const found = createMeasurements(columns * rows);
  const moments = new Float64Array(MOMENTS);
  let spent = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = x0 + column * size;
      const y = y0 + row * size;
      if (!accepts(x, y)) continue;
      sumMoments(digital, film, width, x, y, radiusPx, moments);
      solveTile(moments, size * size, x, y, options.reachPx, found);
      spent += size * size;
      if (spent > PIXELS_PER_STEP) {
        spent = 0;
        yield { stage: 'align.refine', fraction: row / rows };
      }
    }
  }
  return found;
}

/** Sums over a tile of the digital and film values d, f, the digital gradient x, y, and of their products. */
const [D, F, X, Y, DD, DF, FF, XX, XY, YY, XD, YD, XF, YF, MOMENTS] = Array.from({ length: 15 }, (_, i) => i);

function sumMoments(
  digital: Float32Array,
  film: Float32Array,
  width: number,
  x: number,
  y: number,
  radius: number,
  out: Float64Array,
): void {
  let [d, f, gx, gy, dd, df, ff, xx, xy, yy, xd, yd, xf, yf] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = y - radius; row <= y + radius; row++) {
    for (let i = row * width + x - radius; i <= row * width + x + radius; i++) {
      const value = digital[i];
      const seen = film[i];
      const across = (digital[i + 1] - digital[i - 1]) / 2;
      const down = (digital[i + width] - digital[i - width]) / 2;
      d += value;
      f += seen;
      gx += across;
      gy += down;
      dd += value * value;
      df += value * seen;
      ff += seen * seen;
      xx += across * across;
      xy += across * down;
      yy += down * down;
      xd += across * value;
      yd += down * value;
      xf += across * seen;
      yf += down * seen;
    }
  }
  out[D] = d;
  out[F] = f;
  out[X] = gx;
  out[Y] = gy;
  out[DD] = dd;
  out[DF] = df;
  out[FF] = ff;
  out[XX] = xx;
  out[XY] = xy;
  out[YY] = yy;
  out[XD] = xd;
  out[YD] = yd;
  out[XF] = xf;
  out[YF] = yf;
}

/** film(p) ≈ slope · digital(p − s) + noise: the displacement s, and what noise leaves of the certainty about it. */
function solveTile(
  m: Float64Array,
  area: number,
  x: number,
  y: number,
  reachPx: number,
  found: TileMeasurements,
): void {
  const about = (product: number, a: number, b: number): number => m[product] - (m[a] * m[b]) / area;
  const dd = about(DD, D, D);
  const df = about(DF, D, F);
  const ff = about(FF, F, F);
  if (!(dd > MIN_VARIANCE * area && df > 0)) return;
  found.tried++;
  const chance = CHANCE / area;
  const explained = (df * df) / (dd * ff);
  const xx = about(XX, X, X);
  const xy = about(XY, X, Y);
  const yy = about(YY, Y, Y);
  const det = xx * yy - xy * xy;
  if (!(explained > chance && det > MIN_CORNER * (xx + yy) ** 2)) return;
  const slope = df / dd;
  const bx = about(XD, X, D) - about(XF, X, F) / slope;
  const by = about(YD, Y, D) - about(YF, Y, F) / slope;
  const dx = (yy * bx - xy * by) / det;
  const dy = (xx * by - xy * bx) / det;
  const cut = Math.max(1, Math.hypot(dx, dy) / reachPx);
  const noise = Math.max((ff - slope * df) / area, MIN_VARIANCE);
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
