/** Distances between corresponding points after a mapping. */
import type { Homography, LocalWarp } from './alignment';
import type { Correspondences } from './correspondences';
import { displacementAt } from './localWarp';

/** Distance in digital pixels of every correspondence, along the directions that it knows something about. */
export function residuals(
  points: Correspondences,
  h: Homography,
  warp: LocalWarp | null,
): Float64Array<ArrayBuffer> {
  const distances = new Float64Array(points.count);
  const shift = { dx: 0, dy: 0 };
  for (let i = 0; i < points.count; i++) {
    const fx = points.filmX[i];
    const fy = points.filmY[i];
    const x = points.digitalX[i];
    const y = points.digitalY[i];
    if (warp) displacementAt(warp, x, y, shift);
    const w = h[6] * fx + h[7] * fy + h[8];
    const rx = x - shift.dx - (h[0] * fx + h[1] * fy + h[2]) / w;
    const ry = y - shift.dy - (h[3] * fx + h[4] * fy + h[5]) / w;
    const axx = points.infoXX[i];
    const ayy = points.infoYY[i];
    const form = rx * rx * axx + 2 * rx * ry * points.infoXY[i] + ry * ry * ayy;
    distances[i] = Math.sqrt((2 * Math.max(0, form)) / (axx + ayy));
  }
  return distances;
}

/** The middle value; NaN of nothing. Leaves its argument alone. */
export function median(values: Float64Array): number {
  if (values.length === 0) return NaN;
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
