/** The picture area of a film scan: a convex quadrilateral in film pixels, clockwise from the top left (y down). */
import type { FilmGrid } from './warpFilm';

export type FrameQuad = readonly [
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
];

export function frameOfPicture(width: number, height: number): FrameQuad {
  return [
    [0, 0],
    [width - 1, 0],
    [width - 1, height - 1],
    [0, height - 1],
  ];
}

export function isInQuad(quad: FrameQuad, x: number, y: number): boolean {
  for (let i = 0; i < 4; i++) {
    const [ax, ay] = quad[i];
    const [bx, by] = quad[(i + 1) & 3];
    if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0) return false;
  }
  return true;
}

/** Whether the film position of digital pixel (x, y) lies in the frame. */
export function isInsideFrame(quad: FrameQuad, grid: FilmGrid, x: number, y: number): boolean {
  const [fx, fy] = grid.at(x, y);
  return isInQuad(quad, fx, fy);
}
