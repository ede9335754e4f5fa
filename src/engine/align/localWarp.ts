/**
 * The smooth displacement on top of the homography: a uniform cubic B-spline surface for each axis over the digital
 * picture (as in Rueckert et al., "Nonrigid registration using free-form deformations", TMI 18(8), 1999). A grid of
 * `columns` × `rows` coefficients spans columns − 3 by rows − 3 cells; coefficient 0 lies one cell before the picture.
 */
import type { Alignment, LocalWarp } from './alignment';
import { applyHomography, invertHomography } from './homography';

export interface Displacement {
  dx: number;
  dy: number;
}

/** Values of the four cubic B-spline basis functions at `t` in [0, 1) of a cell. */
export function splineWeights(t: number, out: Float64Array): void {
  const s = 1 - t;
  out[0] = (s * s * s) / 6;
  out[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
  out[2] = (3 * s * s * s - 6 * s * s + 4) / 6;
  out[3] = (t * t * t) / 6;
}

/** Position on one axis in cells, clamped to the grid. */
export function splineCell(position: number, size: number, coefficients: number): number {
  const cells = coefficients - 3;
  return Math.min(cells - 1e-9, Math.max(0, (position * cells) / Math.max(1, size - 1)));
}

const weightsX = new Float64Array(4);
const weightsY = new Float64Array(4);

/** Displacement at a position of the digital picture; constant beyond its edges. */
export function displacementAt(warp: LocalWarp, x: number, y: number, out: Displacement): void {
  const cx = splineCell(x, warp.width, warp.columns);
  const cy = splineCell(y, warp.height, warp.rows);
  const column = Math.floor(cx);
  const row = Math.floor(cy);
  splineWeights(cx - column, weightsX);
  splineWeights(cy - row, weightsY);
  let dx = 0;
  let dy = 0;
  for (let j = 0; j < 4; j++) {
    for (let i = 0; i < 4; i++) {
      const k = (row + j) * warp.columns + column + i;
      const weight = weightsX[i] * weightsY[j];
      dx += weight * warp.dx[k];
      dy += weight * warp.dy[k];
    }
  }
  out.dx = dx;
  out.dy = dy;
}

/** The same displacement for a digital picture that is resized by `scale`. */
export function scaleWarp(warp: LocalWarp, width: number, height: number): LocalWarp {
  const scale = width / warp.width;
  return { ...warp, width, height, dx: warp.dx.map((v) => v * scale), dy: warp.dy.map((v) => v * scale) };
}

type Mapping = Pick<Alignment, 'filmToDigital' | 'warp'>;

/** Where the film shows what the digital picture shows at (x, y). */
export function filmPosition(mapping: Mapping, x: number, y: number): [number, number] {
  const shift = { dx: 0, dy: 0 };
  if (mapping.warp) displacementAt(mapping.warp, x, y, shift);
  return applyHomography(invertHomography(mapping.filmToDigital), x - shift.dx, y - shift.dy);
}

/** Where the digital picture shows what the film shows at (x, y); the inverse of `filmPosition`. */
export function digitalPosition(mapping: Mapping, x: number, y: number): [number, number] {
  const [u, v] = applyHomography(mapping.filmToDigital, x, y);
  if (!mapping.warp) return [u, v];
  const shift = { dx: 0, dy: 0 };
  // The displacement changes slowly, so that the fixed point is reached in a few steps.
  for (let i = 0; i < 20; i++) displacementAt(mapping.warp, u + shift.dx, v + shift.dy, shift);
  return [u + shift.dx, v + shift.dy];
}
