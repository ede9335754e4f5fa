/**
 * Alignment from point pairs placed by hand. The points give the start; tiles refine it, and where the points are too
 * rough for them, feature matches around the start help. What the pictures say is taken only when it agrees with the
 * points: the photographer knows the scene.
 */
import type { AlignHints, AlignOptions } from './alignInput';
import type { Alignment, Homography } from './alignment';
import { describeAlignment, describeFailure } from './describeAlignment';
import type { Refined } from './describeAlignment';
import { detectFeaturePair } from './featurePair';
import type { Candidate } from './findCandidates';
import { findGuidedCandidates } from './findCandidates';
import { determinant } from './homography';
import { homographiesFromPoints } from './homographyFromPoints';
import { digitalPosition } from './localWarp';
import type { PointPair } from './pointPair';
import { resizePointPairs } from './pointPair';
import { hasPolarity } from './polarity';
import { readsAsNegative } from './readsAsNegative';
import { refineFine } from './refineAlignment';
import type { GrayPair, Mapping } from './prepareLevel';
import type { RefinedLevel } from './refineLevel';
import { median } from './residuals';
import type { Trial } from './tryCandidates';
import { followCandidates } from './tryCandidates';
import { HAND_CONFIDENCE, SURE_VERDICT, trustBesideHand, verdictOf } from './verdict';
import type { ImagePair } from '../image/rgbImage';
import type { Task } from '../task';
import { within } from '../task';

const FEATURE_PX = 800;
/** Hand-placed points may be off by this share of the long edge… */
const HAND_TOLERANCE = 0.015;
/** …and a map that agrees with them may leave so many times what their own map leaves. */
const RESIDUAL_FACTOR = 2;
/** Least verdict of tiles that are believed beside points; lower than without them. */
const POINTS_VERDICT = 2;

/** `points` are checked, in the pixels of `pair`. The result is `ok`, or `degenerate-geometry` for points on a line. */
export function* alignByPoints(
  pair: ImagePair,
  gray: GrayPair,
  points: readonly PointPair[],
  options: AlignOptions,
): Task<Alignment> {
  const { film } = gray;
  const scaled = resizePointPairs(points, pair, gray);
  const starts = homographiesFromPoints(scaled, film.width, film.height);
  if (starts.length === 0) return describeFailure('degenerate-geometry');
  const { refinePoints = true, localWarp = true } = options;
  const found = (refinePoints && (yield* refineFromPoints(gray, scaled, starts, options))) || {
    level: unrefined(scaled, starts[0]),
    negative: negativeOf(gray, starts[0], options),
    verdict: null,
  };
  const judgement = {
    status: 'ok',
    confidence: found.verdict === null ? HAND_CONFIDENCE : trustBesideHand(found.verdict),
    negative: found.negative,
    mirrored: determinant(starts[0]) < 0,
  } as const;
  const alignment = describeAlignment(pair, gray, found.level, judgement, localWarp);
  const residualsPx = pointResiduals(points, alignment);
  return { ...alignment, points: { residualsPx, isRefined: found.verdict !== null } };
}

interface RefinedByPictures {
  readonly level: RefinedLevel;
  readonly negative: boolean;
  readonly verdict: number;
}

/** The best map near the points' own (`starts`), or null when nothing in the pictures supports one. */
function* refineFromPoints(
  gray: GrayPair,
  points: readonly PointPair[],
  starts: readonly Homography[],
  hints: AlignHints,
): Task<RefinedByPictures | null> {
  const own = pointResiduals(points, { filmToDigital: starts[0], warp: null });
  const tolerancePx =
    HAND_TOLERANCE * Math.max(gray.digital.width, gray.digital.height) + RESIDUAL_FACTOR * Math.max(...own);
  const accepts = (mapping: Mapping): boolean => Math.max(...pointResiduals(points, mapping)) <= tolerancePx;
  const candidates: Candidate[] = [];
  const mirrored = determinant(starts[0]) < 0;
  for (const negative of [false, true]) {
    if (!hasPolarity(hints.polarity ?? 'auto', negative)) continue;
    for (const filmToDigital of starts) {
      candidates.push({ filmToDigital, negative, mirrored, score: 0, inliers: points.length });
    }
  }
  let best: Trial | null = yield* within(followCandidates(candidates, gray, accepts), 0.05, 0.2);
  if (!best || best.verdict < SURE_VERDICT) {
    const features = yield* within(detectFeaturePair(gray, FEATURE_PX), 0.2, 0.55);
    const guided = yield* within(findGuidedCandidates(features, candidates), 0.55, 0.6);
    const helped = yield* within(followCandidates(guided, gray, accepts), 0.6, 0.7);
    if (helped && helped.verdict > (best?.verdict ?? 0)) best = helped;
  }
  if (!best || best.verdict < POINTS_VERDICT) return null;
  const fine = yield* within(refineFine(best.pair, best.level), 0.7, 1);
  const level = accepts(fine) && verdictOf(fine) >= POINTS_VERDICT ? fine : best.level;
  return { level, negative: best.candidate.negative, verdict: best.verdict };
}

/** How far each pair is from the map, in digital pixels. */
export function pointResiduals(points: readonly PointPair[], mapping: Mapping): number[] {
  return points.map(({ film, digital }) => {
    const [x, y] = digitalPosition(mapping, film.x, film.y);
    return Math.hypot(x - digital.x, y - digital.y);
  });
}

function unrefined(points: readonly PointPair[], h: Homography): Refined {
  const errorPx = median(Float64Array.from(pointResiduals(points, { filmToDigital: h, warp: null })));
  return {
    filmToDigital: h,
    homography: h,
    warp: null,
    agreeing: points.length,
    errorPx,
    homographyErrorPx: errorPx,
  };
}

function negativeOf(gray: GrayPair, h: Homography, { polarity = 'auto' }: AlignHints): boolean {
  return polarity === 'auto' ? readsAsNegative(gray, h) : polarity === 'negative';
}
