/**
 * Candidate mappings from feature matches. One match of two scale-invariant features fixes a similarity (position,
 * scale, angle), so every match is tried as a hypothesis and no random sampling is needed; they are scored as in MSAC
 * (Torr & Zisserman, "MLESAC", CVIU 78, 2000) and the best are optimized locally, affine first, then projective
 * (Chum, Matas & Kittler, "Locally optimized RANSAC", DAGM 2003).
 */
import type { Homography } from './alignment';
import { Correspondences } from './correspondences';
import type { Features } from './features';
import { fitHomography } from './fitHomography';
import { applyHomography } from './homography';
import { isPlausible } from './isPlausible';
import type { Match } from './matchDescriptors';
import type { Task } from '../task';

export interface Proposal {
  /** Film → digital, in the pixels of the pictures that the features were found in. */
  readonly filmToDigital: Homography;
  /** Sum of (1 − r²/t²) over the matches within t = 1.5 % of the long edge. */
  readonly score: number;
  readonly inliers: number;
}

/** Matches that take part in scoring the similarities, most distinctive first. */
const SCORED_MATCHES = 500;
/** Similarities scored between two steps. */
const SCORED_AT_ONCE = 100;
/** Similarities that are optimized. */
const OPTIMIZED = 10;
const COARSE_TOLERANCE = 0.05;
const FINE_TOLERANCE = 0.015;
/** Relative distance of the picture's corners below which two similarities are the same one. */
const SAME_WITHIN = 0.04;

/** Best first. */
export function* proposeHomographies(
  matches: readonly Match[],
  film: Features,
  digital: Features,
): Task<Proposal[]> {
  const points = new Correspondences(matches.length);
  for (const match of matches) {
    // Coarse features know their place less well.
    const info = 1 / (1 + digital.scale[match.digital] ** 2);
    points.add(
      film.x[match.film],
      film.y[match.film],
      digital.x[match.digital],
      digital.y[match.digital],
      info,
      0,
      info,
    );
  }
  const edge = Math.max(digital.width, digital.height);
  const scored = Math.min(SCORED_MATCHES, points.count);
  const starts: { h: Homography; score: number }[] = [];
  for (let i = 0; i < scored; i++) {
    const h = similarityOf(matches[i], film, digital);
    starts.push({ h, score: msacScore(points, scored, h, COARSE_TOLERANCE * edge) });
    if (i % SCORED_AT_ONCE === SCORED_AT_ONCE - 1) yield { stage: 'align.match', fraction: i / scored / 2 };
  }
  starts.sort((a, b) => b.score - a.score);
  const proposals: Proposal[] = [];
  const taken: Homography[] = [];
  for (const { h } of starts) {
    if (taken.length >= OPTIMIZED) break;
    if (taken.some((other) => cornerDistance(other, h, film) < SAME_WITHIN * edge)) continue;
    taken.push(h);
    const optimized = optimize(points, h, edge, film);
    yield { stage: 'align.match', fraction: 0.5 + taken.length / OPTIMIZED / 2 };
    if (!optimized) continue;
    if (
      proposals.some(
        (other) => cornerDistance(other.filmToDigital, optimized, film) < 0.2 * SAME_WITHIN * edge,
      )
    )
      continue;
    const score = msacScore(points, points.count, optimized, FINE_TOLERANCE * edge);
    const inliers = countWithin(points, optimized, FINE_TOLERANCE * edge);
    proposals.push({ filmToDigital: optimized, score, inliers });
  }
  return proposals.sort((a, b) => b.score - a.score);
}

function similarityOf(match: Match, film: Features, digital: Features): Homography {
  const scale = digital.scale[match.digital] / film.scale[match.film];
  const angle = digital.angle[match.digital] - film.angle[match.film];
  const c = scale * Math.cos(angle);
  const s = scale * Math.sin(angle);
  const x = film.x[match.film];
  const y = film.y[match.film];
  return [
    c,
    -s,
    digital.x[match.digital] - c * x + s * y,
    s,
    c,
    digital.y[match.digital] - s * x - c * y,
    0,
    0,
    1,
  ];
}

/** Affine while the tolerance narrows, then projective; a projective part that is not plausible is given up again. */
function optimize(
  points: Correspondences,
  start: Homography,
  edge: number,
  film: Features,
): Homography | null {
  let h = start;
  for (const tolerance of [0.07, 0.045, 0.03]) {
    const next = fitHomography(points, h, { parameters: 6, cutoffPx: tolerance * edge, iterations: 2 });
    if (!next || !isPlausible(next, film.width, film.height))
      return isPlausible(h, film.width, film.height) ? h : null;
    h = next;
  }
  for (const tolerance of [0.025, 0.015, 0.01]) {
    const next = fitHomography(points, h, { cutoffPx: tolerance * edge, iterations: 3 });
    if (!next || !isPlausible(next, film.width, film.height)) break;
    h = next;
  }
  return h;
}

function msacScore(points: Correspondences, count: number, h: Homography, tolerancePx: number): number {
  const limit = tolerancePx * tolerancePx;
  let score = 0;
  for (let i = 0; i < count; i++) {
    const square = squaredResidual(points, i, h);
    if (square < limit) score += 1 - square / limit;
  }
  return score;
}

function countWithin(points: Correspondences, h: Homography, tolerancePx: number): number {
  let inliers = 0;
  for (let i = 0; i < points.count; i++) {
    if (squaredResidual(points, i, h) < tolerancePx * tolerancePx) inliers++;
  }
  return inliers;
}

function squaredResidual(points: Correspondences, i: number, h: Homography): number {
  const x = points.filmX[i];
  const y = points.filmY[i];
  const w = h[6] * x + h[7] * y + h[8];
  const dx = (h[0] * x + h[1] * y + h[2]) / w - points.digitalX[i];
  const dy = (h[3] * x + h[4] * y + h[5]) / w - points.digitalY[i];
  return dx * dx + dy * dy;
}

function cornerDistance(a: Homography, b: Homography, film: Features): number {
  let worst = 0;
  for (const [x, y] of [
    [0, 0],
    [film.width, 0],
    [0, film.height],
    [film.width, film.height],
  ] as const) {
    const [ax, ay] = applyHomography(a, x, y);
    const [bx, by] = applyHomography(b, x, y);
    worst = Math.max(worst, Math.hypot(ax - bx, ay - by));
  }
  return worst;
}
