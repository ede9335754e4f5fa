/**
 * Projective maps of the plane, as row-major 3×3 matrices. Notation and conventions: Hartley & Zisserman, "Multiple
 * View Geometry in Computer Vision", 2nd ed. 2004, ch. 2. Pixel centers are at integers, so resizing a picture by s
 * moves the point x to s·(x + ½) − ½.
 */
import type { Homography } from './alignment';

export const IDENTITY_HOMOGRAPHY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** Maps the point (x, y); a point on the vanishing line gives non-finite coordinates. */
export function applyHomography(h: Homography, x: number, y: number): [number, number] {
  const w = h[6] * x + h[7] * y + h[8];
  return [(h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w];
}

/** The map that does `inner` first and `outer` after it, scaled so that its last element is 1 where that is possible. */
export function composeHomographies(outer: Homography, inner: Homography): Homography {
  const a = outer;
  const b = inner;
  return normalizeHomography([
    a[0] * b[0] + a[1] * b[3] + a[2] * b[6],
    a[0] * b[1] + a[1] * b[4] + a[2] * b[7],
    a[0] * b[2] + a[1] * b[5] + a[2] * b[8],
    a[3] * b[0] + a[4] * b[3] + a[5] * b[6],
    a[3] * b[1] + a[4] * b[4] + a[5] * b[7],
    a[3] * b[2] + a[4] * b[5] + a[5] * b[8],
    a[6] * b[0] + a[7] * b[3] + a[8] * b[6],
    a[6] * b[1] + a[7] * b[4] + a[8] * b[7],
    a[6] * b[2] + a[7] * b[5] + a[8] * b[8],
  ]);
}

export function determinant(h: Homography): number {
  return (
    h[0] * (h[4] * h[8] - h[5] * h[7]) -
    h[1] * (h[3] * h[8] - h[5] * h[6]) +
    h[2] * (h[3] * h[7] - h[4] * h[6])
  );
}

/** @throws RangeError when the matrix is singular. */
export function invertHomography(h: Homography): Homography {
  const det = determinant(h);
  if (!Number.isFinite(det) || det === 0) {
    throw new RangeError(`Only a homography with a determinant other than 0 has an inverse, got ${det}.`);
  }
  return normalizeHomography([
    (h[4] * h[8] - h[5] * h[7]) / det,
    (h[2] * h[7] - h[1] * h[8]) / det,
    (h[1] * h[5] - h[2] * h[4]) / det,
    (h[5] * h[6] - h[3] * h[8]) / det,
    (h[0] * h[8] - h[2] * h[6]) / det,
    (h[2] * h[3] - h[0] * h[5]) / det,
    (h[3] * h[7] - h[4] * h[6]) / det,
    (h[1] * h[6] - h[0] * h[7]) / det,
    (h[0] * h[4] - h[1] * h[3]) / det,
  ]);
}

/** The map of pixel positions that goes with resizing a picture by `scaleX`, `scaleY` (pixel centers at integers). */
export function resizeHomography(scaleX: number, scaleY = scaleX): Homography {
  return [scaleX, 0, (scaleX - 1) / 2, 0, scaleY, (scaleY - 1) / 2, 0, 0, 1];
}

/**
 * The same alignment for resized pictures: `h` maps film to digital, and the returned map does so after the film has
 * been resized by `filmScale` and the digital picture by `digitalScale`.
 */
export function scaleHomography(h: Homography, filmScale: number, digitalScale: number): Homography {
  return composeHomographies(
    resizeHomography(digitalScale),
    composeHomographies(h, resizeHomography(1 / filmScale)),
  );
}

/** Area magnification's square root at a point: digital pixels a film pixel there. */
export function localScale(h: Homography, x: number, y: number): number {
  const w = h[6] * x + h[7] * y + h[8];
  return Math.sqrt(Math.abs(determinant(h) / (w * w * w)));
}

function normalizeHomography(h: Homography): Homography {
  let norm = h[8];
  if (Math.abs(norm) < 1e-12) norm = Math.hypot(...h);
  return h.map((value) => value / norm) as unknown as Homography;
}
