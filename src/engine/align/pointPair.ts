/** Point pairs placed by hand: the same place of the scene in both pictures. */
import { UserError } from '../userError';

export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** In pixels of the film picture and of the digital picture, pixel centers at integers. */
export interface PointPair {
  readonly film: PicturePoint;
  readonly digital: PicturePoint;
}

export const MIN_POINT_PAIRS = 3;
export const MAX_POINT_PAIRS = 8;

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface PairSize {
  readonly film: PictureSize;
  readonly digital: PictureSize;
}

/**
 * @throws UserError `points-count` (with `min`, `max`, `count`), or `points-outside` (with `number` from 1 on and
 *   `picture`) for a point that is not a position in its picture.
 */
export function checkPointPairs(points: readonly PointPair[], { film, digital }: PairSize): void {
  if (points.length < MIN_POINT_PAIRS || points.length > MAX_POINT_PAIRS) {
    throw new UserError('points-count', {
      min: MIN_POINT_PAIRS,
      max: MAX_POINT_PAIRS,
      count: points.length,
    });
  }
  points.forEach((pair, index) => {
    for (const [picture, point, size] of [
      ['film', pair.film, film],
      ['digital', pair.digital, digital],
    ] as const) {
      if (!isInside(point, size)) throw new UserError('points-outside', { number: index + 1, picture });
    }
  });
}

/** Pixels are squares around their centers. */
function isInside({ x, y }: PicturePoint, { width, height }: PictureSize): boolean {
  return x >= -0.5 && y >= -0.5 && x <= width - 0.5 && y <= height - 0.5;
}

/** The same points after both pictures have been resized. */
export function resizePointPairs(points: readonly PointPair[], from: PairSize, to: PairSize): PointPair[] {
  return points.map(({ film, digital }) => ({
    film: resized(film, from.film, to.film),
    digital: resized(digital, from.digital, to.digital),
  }));
}

function resized({ x, y }: PicturePoint, from: PictureSize, to: PictureSize): PicturePoint {
  return {
    x: ((x + 0.5) * to.width) / from.width - 0.5,
    y: ((y + 0.5) * to.height) / from.height - 0.5,
  };
}
