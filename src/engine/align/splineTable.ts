/** The B-spline basis of the smooth displacement at given points: fixed while the coefficients are fitted. */
import type { Correspondences } from './correspondences';
import { splineCell, splineWeights } from './localWarp';

/** Coefficients in columns and rows over the digital picture, as in `LocalWarp`. */
export interface SplineGrid {
  readonly columns: number;
  readonly rows: number;
}

export interface SplineTable {
  /** 16 a point. */
  readonly node: Int32Array;
  readonly basis: Float64Array;
}

/** `cells` on the long edge; the short edge gets as many as keep them about square. */
export function splineGrid(cells: number, width: number, height: number): SplineGrid {
  const edge = Math.max(width, height);
  const coefficientsOf = (size: number): number => Math.max(2, Math.round((cells * size) / edge)) + 3;
  return { columns: coefficientsOf(width), rows: coefficientsOf(height) };
}

export function splineTable(
  points: Correspondences,
  width: number,
  height: number,
  { columns, rows }: SplineGrid,
): SplineTable {
  const node = new Int32Array(16 * points.count);
  const basis = new Float64Array(16 * points.count);
  const wx = new Float64Array(4);
  const wy = new Float64Array(4);
  for (let i = 0; i < points.count; i++) {
    const cx = splineCell(points.digitalX[i], width, columns);
    const cy = splineCell(points.digitalY[i], height, rows);
    const column = Math.floor(cx);
    const row = Math.floor(cy);
    splineWeights(cx - column, wx);
    splineWeights(cy - row, wy);
    for (let a = 0; a < 16; a++) {
      node[16 * i + a] = (row + (a >> 2)) * columns + column + (a & 3);
      basis[16 * i + a] = wx[a & 3] * wy[a >> 2];
    }
  }
  return { node, basis };
}
