/**
 * Resamples film planes on the digital picture's grid. The exact mapping (inverse homography and local warp) is
 * computed at every eighth pixel and interpolated linearly in between, which costs less than a hundredth of a pixel;
 * the samples are interpolated by Keys' cubic convolution (Keys, ASSP 29(6), 1981). Outside the film its edge is repeated.
 */
import type { Homography, LocalWarp } from './alignment';
import { invertHomography } from './homography';
import { displacementAt } from './localWarp';

const CELL_PX = 8;

/** Film positions of the nodes of a grid over the digital picture. */
export interface FilmGrid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Film position of any digital position inside the picture. */
  at(x: number, y: number): [number, number];
}

/** `warp`, where given, is for a digital picture of this width and height. */
export function createFilmGrid(
  filmToDigital: Homography,
  warp: LocalWarp | null,
  width: number,
  height: number,
): FilmGrid {
  const columns = Math.ceil((width - 1) / CELL_PX) + 2;
  const rows = Math.ceil((height - 1) / CELL_PX) + 2;
  const x = new Float64Array(columns * rows);
  const y = new Float64Array(columns * rows);
  const h = invertHomography(filmToDigital);
  const shift = { dx: 0, dy: 0 };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const u = column * CELL_PX;
      const v = row * CELL_PX;
      if (warp) displacementAt(warp, u, v, shift);
      const a = u - shift.dx;
      const b = v - shift.dy;
      const w = h[6] * a + h[7] * b + h[8];
      x[row * columns + column] = (h[0] * a + h[1] * b + h[2]) / w;
      y[row * columns + column] = (h[3] * a + h[4] * b + h[5]) / w;
    }
  }
  return {
    width,
    height,
    columns,
    x,
    y,
    at(u, v) {
      const column = Math.min(columns - 2, Math.max(0, Math.floor(u / CELL_PX)));
      const row = Math.min(rows - 2, Math.max(0, Math.floor(v / CELL_PX)));
      const s = u / CELL_PX - column;
      const t = v / CELL_PX - row;
      const k = row * columns + column;
      const mix = (nodes: Float64Array): number =>
        (nodes[k] * (1 - s) + nodes[k + 1] * s) * (1 - t) +
        (nodes[k + columns] * (1 - s) + nodes[k + columns + 1] * s) * t;
      return [mix(x), mix(y)];
    },
  };
}

/** Film positions of the digital pixels (0 … width − 1, row). */
export function filmPositionsOfRow(
  grid: FilmGrid,
  row: number,
  outX: Float32Array,
  outY: Float32Array,
): void {
  const cellRow = Math.floor(row / CELL_PX);
  const t = row / CELL_PX - cellRow;
  const top = cellRow * grid.columns;
  const bottom = top + grid.columns;
  for (let column = 0; column * CELL_PX < grid.width; column++) {
    const x0 = grid.x[top + column] * (1 - t) + grid.x[bottom + column] * t;
    const x1 = grid.x[top + column + 1] * (1 - t) + grid.x[bottom + column + 1] * t;
    const y0 = grid.y[top + column] * (1 - t) + grid.y[bottom + column] * t;
    const y1 = grid.y[top + column + 1] * (1 - t) + grid.y[bottom + column + 1] * t;
    const end = Math.min(grid.width, (column + 1) * CELL_PX);
    for (let i = column * CELL_PX, k = 0; i < end; i++, k++) {
      outX[i] = x0 + ((x1 - x0) * k) / CELL_PX;
      outY[i] = y0 + ((y1 - y0) * k) / CELL_PX;
    }
  }
}

/** Keys' kernel with a = −½ for the offsets −1, 0, 1, 2 from the sample before `t`. */
function cubicWeights(t: number, out: Float64Array): void {
  out[0] = ((-0.5 * t + 1) * t - 0.5) * t;
  out[1] = (1.5 * t - 2.5) * t * t + 1;
  out[2] = ((-1.5 * t + 2) * t + 0.5) * t;
  out[3] = (0.5 * t - 0.5) * t * t;
}

const kx = new Float64Array(4);
const ky = new Float64Array(4);

/** Fills rows [fromRow, toRow) of `target` (grid size, `channels` interleaved) from a film picture. */
export function warpRows(
  source: Float32Array,
  channels: 1 | 3,
  sourceWidth: number,
  sourceHeight: number,
  grid: FilmGrid,
  target: Float32Array,
  fromRow: number,
  toRow: number,
): void {
  const xs = new Float32Array(grid.width);
  const ys = new Float32Array(grid.width);
  const maxX = sourceWidth - 1;
  const maxY = sourceHeight - 1;
  const pitch = sourceWidth * channels;
  for (let row = fromRow; row < toRow; row++) {
    filmPositionsOfRow(grid, row, xs, ys);
    for (let i = 0; i < grid.width; i++) {
      let x = xs[i];
      let y = ys[i];
      x = x > 0 ? (x < maxX ? x : maxX) : 0;
      y = y > 0 ? (y < maxY ? y : maxY) : 0;
      const left = x | 0;
      const top = y | 0;
      cubicWeights(x - left, kx);
      cubicWeights(y - top, ky);
      const c0 = (left > 0 ? left - 1 : 0) * channels;
      const c1 = left * channels;
      const c2 = (left < maxX ? left + 1 : maxX) * channels;
      const c3 = (left + 1 < maxX ? left + 2 : maxX) * channels;
      const r0 = (top > 0 ? top - 1 : 0) * pitch;
      const r1 = top * pitch;
      const r2 = (top < maxY ? top + 1 : maxY) * pitch;
      const r3 = (top + 1 < maxY ? top + 2 : maxY) * pitch;
      const k0 = kx[0];
      const k1 = kx[1];
      const k2 = kx[2];
      const k3 = kx[3];
      const out = (row * grid.width + i) * channels;
      for (let c = 0; c < channels; c++) {
        const a = r0 + c;
        const b = r1 + c;
        const d = r2 + c;
        const e = r3 + c;
        target[out + c] =
          ky[0] * (k0 * source[a + c0] + k1 * source[a + c1] + k2 * source[a + c2] + k3 * source[a + c3]) +
          ky[1] * (k0 * source[b + c0] + k1 * source[b + c1] + k2 * source[b + c2] + k3 * source[b + c3]) +
          ky[2] * (k0 * source[d + c0] + k1 * source[d + c1] + k2 * source[d + c2] + k3 * source[d + c3]) +
          ky[3] * (k0 * source[e + c0] + k1 * source[e + c1] + k2 * source[e + c2] + k3 * source[e + c3]);
      }
    }
  }
}
