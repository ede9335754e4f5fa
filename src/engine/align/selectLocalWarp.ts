/**
 * How flexible the local warp may be, decided by cross-validation: every stiffness is fitted to one half of the tiles
 * and judged on the other, so that parallax and lens distortion are followed where the tiles show them, and grain is not.
 */
import type { Homography, LocalWarp } from './alignment';
import { Correspondences } from './correspondences';
import { fitLocalWarp } from './fitLocalWarp';
import { median, residuals } from './residuals';

export interface WarpShape {
  /** Cells on the long edge. */
  readonly cells: number;
  readonly smoothness: number;
}

export interface WarpSelection {
  readonly shapes: readonly WarpShape[];
  readonly width: number;
  readonly height: number;
  /** Residuals below this are as good as none, in digital pixels. */
  readonly floorPx: number;
}

/** The warp of the shape that predicts best, or null when the homography alone predicts best. */
export function selectLocalWarp(
  points: Correspondences,
  filmToDigital: Homography,
  selection: WarpSelection,
): LocalWarp | null {
  const { shapes } = selection;
  if (shapes.length === 0) return null;
  if (shapes.length === 1) return fitRobustly(points, filmToDigital, shapes[0], selection);
  const halves = [everySecond(points, 0), everySecond(points, 1)];
  const fitted = [null, ...shapes].map((shape) =>
    halves.map((half) => shape && fitRobustly(half, filmToDigital, shape, selection)),
  );
  // All are judged with one cutoff: that of the most flexible, which is the smallest that makes sense.
  const cutoff = Math.max(
    selection.floorPx,
    ...fitted[fitted.length - 1].map((warp, i) => 4 * median(residuals(halves[1 - i], filmToDigital, warp))),
  );
  let best: WarpShape | null = null;
  let lowest = Infinity;
  fitted.forEach((pair, k) => {
    const error =
      robustError(halves[1], filmToDigital, pair[0], cutoff) +
      robustError(halves[0], filmToDigital, pair[1], cutoff);
    if (error < lowest) {
      lowest = error;
      best = k === 0 ? null : shapes[k - 1];
    }
  });
  return best && fitRobustly(points, filmToDigital, best, selection);
}

/** Cutoffs follow the residuals down. */
function fitRobustly(
  points: Correspondences,
  filmToDigital: Homography,
  shape: WarpShape,
  { width, height, floorPx }: WarpSelection,
): LocalWarp | null {
  let warp: LocalWarp | null = null;
  for (let round = 0; round < 4; round++) {
    const cutoffPx = Math.max(floorPx, 5 * median(residuals(points, filmToDigital, warp)));
    warp = fitLocalWarp(points, filmToDigital, { ...shape, width, height, cutoffPx, iterations: 1 }, warp);
  }
  return warp;
}

function everySecond(points: Correspondences, phase: number): Correspondences {
  const half = new Correspondences((points.count + 1) >> 1);
  for (let i = phase; i < points.count; i += 2) half.addFrom(points, i);
  return half;
}

function robustError(
  points: Correspondences,
  h: Homography,
  warp: LocalWarp | null,
  cutoffPx: number,
): number {
  const distances = residuals(points, h, warp);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < points.count; i++) {
    const info = points.infoXX[i] + points.infoYY[i];
    sum += info * Math.min(1, (distances[i] / cutoffPx) ** 2);
    total += info;
  }
  return sum / Math.max(total, 1e-12);
}
