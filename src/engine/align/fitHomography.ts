/**
 * Robust least-squares homography between corresponding points: Gauss–Newton on the distances in the digital picture,
 * re-weighted by Tukey's biweight (Holland & Welsch 1977), in coordinates that are centered and scaled first (Hartley,
 * "In defense of the eight-point algorithm", PAMI 19(6), 1997).
 */
import type { Homography } from './alignment';
import type { Correspondences } from './correspondences';
import { composeHomographies, invertHomography } from './homography';
import { solveCholesky } from '../math/solveCholesky';

export interface FitOptions {
  /** Parameters to fit: 6 keeps the projective part of `start`, 8 fits it too. Default 8. */
  readonly parameters?: 6 | 8;
  /** Residuals (digital pixels) from here on have no weight; Infinity for plain least squares. */
  readonly cutoffPx: number;
  readonly iterations: number;
  /**
   * Radius of the film frame in pixels: then maps far from a similarity count as unlikely, so
   * that points in one corner of the frame do not bend the rest of it. Leave out to let the points alone decide.
   */
  readonly frameRadiusPx?: number;
}

/** Spread that camera positions and lenses are expected to give each of these, over the film frame. */
const PERSPECTIVE_SPREAD = 0.03;
const STRETCH_SPREAD = 0.04;
/** Residuals of neighbouring tiles are alike: so many count as one observation. */
const CORRELATED = 6;

/** Improves `start` (film → digital); null when the points do not determine the map. */
export function fitHomography(
  points: Correspondences,
  start: Homography,
  options: FitOptions,
): Homography | null {
  const n = options.parameters ?? 8;
  const { cutoffPx, iterations } = options;
  if (2 * points.count < n) return null;

  const filmFrame = centeringMap(points.filmX, points.filmY, points.count);
  const digitalFrame = centeringMap(points.digitalX, points.digitalY, points.count);
  const scale = 1 / digitalFrame[0];
  let h: Homography = composeHomographies(
    digitalFrame,
    composeHomographies(start, invertHomography(filmFrame)),
  );
  const normal = new Float64Array(n * n);
  const right = new Float64Array(n);
  const jx = new Float64Array(8);
  const jy = new Float64Array(8);
  for (let iteration = 0; iteration < iterations; iteration++) {
    normal.fill(0);
    right.fill(0);
    let noise = 0;
    let used = 0;
    for (let i = 0; i < points.count; i++) {
      const x = points.filmX[i] * filmFrame[0] + filmFrame[2];
      const y = points.filmY[i] * filmFrame[4] + filmFrame[5];
      const w = h[6] * x + h[7] * y + h[8];
      if (w < 1e-3) continue;
      const u = (h[0] * x + h[1] * y + h[2]) / w;
      const v = (h[3] * x + h[4] * y + h[5]) / w;
      const rx = points.digitalX[i] * digitalFrame[0] + digitalFrame[2] - u;
      const ry = points.digitalY[i] * digitalFrame[4] + digitalFrame[5] - v;
      let { axx, axy, ayy } = { axx: points.infoXX[i], axy: points.infoXY[i], ayy: points.infoYY[i] };
      if (cutoffPx < Infinity) {
        // Distance along the directions that the point knows something about.
        const distance =
          scale * Math.sqrt((2 * (rx * rx * axx + 2 * rx * ry * axy + ry * ry * ayy)) / (axx + ayy));
        if (!(distance < cutoffPx)) continue;
        const weight = (1 - (distance / cutoffPx) ** 2) ** 2;
        axx *= weight;
        axy *= weight;
        ayy *= weight;
      }
      noise += axx * rx * rx + 2 * axy * rx * ry + ayy * ry * ry;
      used++;
      jx[0] = x / w;
      jx[1] = y / w;
      jx[2] = 1 / w;
      jx[6] = (-u * x) / w;
      jx[7] = (-u * y) / w;
      jy[3] = x / w;
      jy[4] = y / w;
      jy[5] = 1 / w;
      jy[6] = (-v * x) / w;
      jy[7] = (-v * y) / w;
      for (let a = 0; a < n; a++) {
        const fx = jx[a] * axx + jy[a] * axy;
        const fy = jx[a] * axy + jy[a] * ayy;
        right[a] += fx * rx + fy * ry;
        for (let b = 0; b <= a; b++) normal[a * n + b] += fx * jx[b] + fy * jy[b];
      }
    }
    if (options.frameRadiusPx) {
      const unit = (CORRELATED * noise) / (2 * Math.max(1, used)) + 1e-12;
      const extent = 1 / (filmFrame[0] * options.frameRadiusPx);
      addPrior(normal, right, n, h, unit, Math.min(1, extent));
    }
    for (let a = 0; a < n; a++) normal[a * n + a] *= 1 + 1e-9;
    if (!solveCholesky(normal, right, n)) return null;
    const next = [...h];
    for (let a = 0; a < n; a++) next[a] += right[a];
    h = next as unknown as Homography;
    if (!h.every(Number.isFinite)) return null;
  }
  return composeHomographies(invertHomography(digitalFrame), composeHomographies(h, filmFrame));
}

/** Moves the centroid of the points to the origin and their mean distance from it to about 1. */
function centeringMap(xs: Float64Array, ys: Float64Array, count: number): Homography {
  let mx = 0;
  let my = 0;
  for (let i = 0; i < count; i++) {
    mx += xs[i] / count;
    my += ys[i] / count;
  }
  let spread = 0;
  for (let i = 0; i < count; i++) spread += ((xs[i] - mx) ** 2 + (ys[i] - my) ** 2) / count;
  const k = 1 / Math.max(1e-6, Math.sqrt(spread));
  return [k, 0, -k * mx, 0, k, -k * my, 0, 0, 1];
}

/** Observations, of weight `unit`, that there is neither perspective nor stretch. */
function addPrior(
  normal: Float64Array,
  right: Float64Array,
  n: number,
  h: Homography,
  unit: number,
  extent: number,
): void {
  const observe = (a: number, b: number, sign: number, value: number, spread: number): void => {
    const weight = unit / (spread * spread);
    normal[a * n + a] += weight;
    right[a] -= weight * value;
    if (b === a) return;
    normal[b * n + b] += weight;
    normal[Math.max(a, b) * n + Math.min(a, b)] += sign * weight;
    right[b] -= sign * weight * value;
  };
  const side = h[0] * h[4] - h[1] * h[3] < 0 ? -1 : 1;
  const size = Math.hypot(h[0], h[1], h[3], h[4]);
  observe(0, 4, -side, h[0] - side * h[4], STRETCH_SPREAD * size);
  observe(1, 3, side, h[1] + side * h[3], STRETCH_SPREAD * size);
  if (n >= 8) {
    observe(6, 6, 1, h[6], PERSPECTIVE_SPREAD * extent);
    observe(7, 7, 1, h[7], PERSPECTIVE_SPREAD * extent);
  }
}
