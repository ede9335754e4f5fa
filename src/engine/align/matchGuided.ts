/**
 * More matches once a mapping is roughly known: every film feature looks for the best descriptor among the digital
 * features near its predicted place that also agree in scale and direction, so the ratio test can be much laxer.
 */
import type { Homography } from './alignment';
import { Correspondences } from './correspondences';
import type { Features } from './features';
import { DESCRIPTOR_LENGTH } from './features';
import { localScale } from './homography';

const MAX_SCALE_RATIO = 1.8;
const MAX_ANGLE = Math.PI / 4;
/** Squared distance of unit RootSIFT descriptors above which two features do not look alike. */
const MAX_DISTANCE = 0.7;

/** `radiusPx` in digital pixels. */
export function matchGuided(
  film: Features,
  digital: Features,
  filmToDigital: Homography,
  radiusPx: number,
): Correspondences {
  const grid = bucket(digital, radiusPx);
  const h = filmToDigital;
  const bestFilm = new Int32Array(digital.count).fill(-1);
  const bestDistance = new Float32Array(digital.count).fill(MAX_DISTANCE);
  for (let i = 0; i < film.count; i++) {
    const x = film.x[i];
    const y = film.y[i];
    const w = h[6] * x + h[7] * y + h[8];
    const u = (h[0] * x + h[1] * y + h[2]) / w;
    const v = (h[3] * x + h[4] * y + h[5]) / w;
    if (u < -radiusPx || v < -radiusPx || u > digital.width + radiusPx || v > digital.height + radiusPx)
      continue;
    const scale = film.scale[i] * localScale(h, x, y);
    const cos = Math.cos(film.angle[i]);
    const sin = Math.sin(film.angle[i]);
    const angle = Math.atan2(
      (h[3] - v * h[6]) * cos + (h[4] - v * h[7]) * sin,
      (h[0] - u * h[6]) * cos + (h[1] - u * h[7]) * sin,
    );
    const column = Math.floor(u / radiusPx) + 1;
    const row = Math.floor(v / radiusPx) + 1;
    let best = -1;
    let distance = MAX_DISTANCE;
    for (let r = Math.max(0, row - 1); r <= Math.min(grid.rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(grid.columns - 1, column + 1); c++) {
        for (let k = grid.start[r * grid.columns + c]; k < grid.start[r * grid.columns + c + 1]; k++) {
          const j = grid.items[k];
          const dx = digital.x[j] - u;
          const dy = digital.y[j] - v;
          if (dx * dx + dy * dy > radiusPx * radiusPx) continue;
          const ratio = digital.scale[j] / scale;
          if (ratio > MAX_SCALE_RATIO || ratio < 1 / MAX_SCALE_RATIO) continue;
          if (Math.cos(digital.angle[j] - angle) < Math.cos(MAX_ANGLE)) continue;
          const d = cappedDistance(film.descriptors, i, digital.descriptors, j, distance);
          if (d < distance) {
            distance = d;
            best = j;
          }
        }
      }
    }
    if (best >= 0 && distance < bestDistance[best]) {
      bestDistance[best] = distance;
      bestFilm[best] = i;
    }
  }
  return collect(film, digital, bestFilm);
}

function collect(film: Features, digital: Features, bestFilm: Int32Array): Correspondences {
  const points = new Correspondences(digital.count);
  for (let j = 0; j < digital.count; j++) {
    const i = bestFilm[j];
    if (i < 0) continue;
    const info = 1 / (1 + digital.scale[j] ** 2);
    points.add(film.x[i], film.y[i], digital.x[j], digital.y[j], info, 0, info);
  }
  return points;
}

interface Buckets {
  readonly columns: number;
  readonly rows: number;
  /** Where each bucket begins in `items`; one more than there are buckets. */
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Features by cells of `sizePx`, with one empty ring of cells around the picture. */
function bucket(features: Features, sizePx: number): Buckets {
  const columns = Math.ceil(features.width / sizePx) + 2;
  const rows = Math.ceil(features.height / sizePx) + 2;
  const cellOf = (j: number): number =>
    Math.min(rows - 1, Math.floor(features.y[j] / sizePx) + 1) * columns +
    Math.min(columns - 1, Math.floor(features.x[j] / sizePx) + 1);
  const start = new Int32Array(columns * rows + 1);
  for (let j = 0; j < features.count; j++) start[cellOf(j) + 1]++;
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1] += start[cell];
  const next = start.slice();
  const items = new Int32Array(features.count);
  for (let j = 0; j < features.count; j++) items[next[cellOf(j)]++] = j;
  return { columns, rows, start, items };
}

/** Squared distance, given up as soon as it exceeds `limit`. */
function cappedDistance(a: Float32Array, i: number, b: Float32Array, j: number, limit: number): number {
  let sum = 0;
  for (let k = 0, p = i * DESCRIPTOR_LENGTH, q = j * DESCRIPTOR_LENGTH; k < DESCRIPTOR_LENGTH; k += 8) {
    for (let n = 0; n < 8; n++, p++, q++) sum += (a[p] - b[q]) * (a[p] - b[q]);
    if (sum > limit) return sum;
  }
  return sum;
}
