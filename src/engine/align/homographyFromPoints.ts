/** The maps that point pairs placed by hand determine: affine from three, projective from four on. */
import type { Homography } from './alignment';
import { Correspondences } from './correspondences';
import { fitHomography } from './fitHomography';
import { IDENTITY_HOMOGRAPHY } from './homography';
import { isPlausible } from './isPlausible';
import type { PicturePoint, PointPair } from './pointPair';
import { MIN_POINT_PAIRS } from './pointPair';

/** Points flatter than this (smaller over larger spread) lie on a line as far as a mapping is concerned. */
const MIN_FLATNESS = 0.02;

/**
 * Least squares through all pairs, the most exact map first: projective from four pairs on, then affine. Empty when the
 * points lie on a line, or contradict each other so far that no camera could have seen both.
 */
export function homographiesFromPoints(
  pairs: readonly PointPair[],
  filmWidth: number,
  filmHeight: number,
): Homography[] {
  if (isFlat(pairs.map((pair) => pair.film)) || isFlat(pairs.map((pair) => pair.digital))) return [];
  const points = new Correspondences(pairs.length);
  for (const { film, digital } of pairs) points.add(film.x, film.y, digital.x, digital.y);
  const affine = fitHomography(points, IDENTITY_HOMOGRAPHY, {
    parameters: 6,
    cutoffPx: Infinity,
    iterations: 2,
  });
  if (!affine) return [];
  const projective =
    pairs.length > MIN_POINT_PAIRS
      ? fitHomography(points, affine, { cutoffPx: Infinity, iterations: 12 })
      : null;
  return [projective, affine].filter((h) => h !== null).filter((h) => isPlausible(h, filmWidth, filmHeight));
}

/** Whether all points lie close to one line: the smaller over the larger principal spread. */
function isFlat(points: readonly PicturePoint[]): boolean {
  const mx = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const my = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const { x, y } of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const middle = (xx + yy) / 2;
  const radius = Math.hypot((xx - yy) / 2, xy);
  return middle - radius <= MIN_FLATNESS ** 2 * (middle + radius);
}
