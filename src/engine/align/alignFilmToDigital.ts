/**
 * Lays a film frame onto the digital photo of the same scene. Features propose, tiles decide: matches between
 * scale-invariant features give candidate homographies, and photometric agreement of locally normalized tiles accepts
 * or rejects them and refines the accepted one to a fraction of a pixel. Point pairs placed by hand, where there are any,
 * take the place of the features. Method and measurements: docs/method/align.md.
 */
import { alignByPoints } from './alignByPoints';
import type { AlignOptions } from './alignInput';
import type { Alignment } from './alignment';
import { describeAlignment, describeFailure } from './describeAlignment';
import type { FailureStatus } from './describeAlignment';
import type { FeaturePair } from './featurePair';
import { detectFeaturePair } from './featurePair';
import type { Candidate } from './findCandidates';
import { findCandidates } from './findCandidates';
import { findPictureArea } from './findPictureArea';
import { judgeGeometry } from './judgeGeometry';
import { measureLikeness } from './measureLikeness';
import { refineFine } from './refineAlignment';
import type { GrayPair } from './prepareLevel';
import { checkPointPairs } from './pointPair';
import type { Trial } from './tryCandidates';
import { tryCandidates } from './tryCandidates';
import { tileCoverage } from './tileCoverage';
import type { Evidence } from './verdict';
import { confidenceOf, HOPELESS_VERDICT, isTrusted, NO_EVIDENCE, SURE_VERDICT, verdictOf } from './verdict';
import type { ImagePair, RgbImage, Plane } from '../image/rgbImage';
import { fitLongEdge, resizeAreaInSlices } from '../image/resizeArea';
import { stretchedLuma } from '../image/stretchedLuma';
import type { Task } from '../task';
import { within } from '../task';

/** Larger pictures are reduced to this long edge. */
const ANALYSIS_PX = 1200;
/** Long edges that features are looked for at, and the part of the progress that it makes; more than one when in doubt. */
const FEATURE_SIZES = [
  [800, 0.05, 0.5],
  [600, 0.5, 0.58],
  [1200, 0.58, 0.7],
] as const;
/** Fewer features than this in either picture cannot be matched. */
const MIN_FEATURES = 24;

/**
 * Positions in the result are in the pixels of the pictures given. Expected trouble is a status, never an exception.
 *
 * @throws UserError `points-count` or `points-outside` for point pairs that cannot be used.
 */
export function* alignFilmToDigital(pair: ImagePair, options: AlignOptions = {}): Task<Alignment> {
  return (yield* alignWithEvidence(pair, options)).alignment;
}

/** An alignment and what its confidence rests on, for the benchmark that calibrates it. */
export interface EvidencedAlignment {
  readonly alignment: Alignment;
  readonly evidence: Evidence;
}

export function* alignWithEvidence(pair: ImagePair, options: AlignOptions = {}): Task<EvidencedAlignment> {
  const { points, polarity = 'auto', localWarp = true } = options;
  if (points) checkPointPairs(points, pair);
  const film = yield* within(analysisGray(pair.film), 0, 0.02);
  const digital = yield* within(analysisGray(pair.digital), 0.02, 0.04);
  const frame = yield* within(findPictureArea(film, 'align.prepare'), 0.04, 0.05);
  const gray: GrayPair = { film, digital, frame };
  if (points) {
    const alignment = yield* alignByPoints(pair, gray, points, options);
    return { alignment, evidence: NO_EVIDENCE };
  }
  let features: FeaturePair | null = null;
  let candidates: readonly Candidate[] = [];
  let best: Trial | null = null;
  for (const [longEdgePx, from, to] of FEATURE_SIZES) {
    const middle = from + 0.85 * (to - from);
    features = yield* within(detectFeaturePair(gray, longEdgePx), from, middle);
    if (!isEnough(features)) continue;
    candidates = yield* within(findCandidates(features, polarity), middle, to);
    best = yield* within(tryCandidates(candidates, gray, best), to, to);
    if (best && best.verdict >= SURE_VERDICT) break;
  }
  if (!best || best.verdict < HOPELESS_VERDICT) {
    const evidence = { ...NO_EVIDENCE, verdict: best?.verdict ?? 0 };
    return { alignment: describeFailure(statusOf(features, candidates)), evidence };
  }
  const fine = yield* within(refineFine(best.pair, best.level), 0.7, 0.99);
  const evidence: Evidence = {
    verdict: best.verdict,
    fineVerdict: verdictOf(fine),
    coverage: tileCoverage(best.pair, fine),
    likeness: yield* within(measureLikeness(best.pair, fine), 0.99, 1),
  };
  const confidence = confidenceOf(evidence);
  const status = judgeGeometry(best.pair, fine, isTrusted(confidence)) ?? 'ok';
  const { negative, mirrored } = best.candidate;
  const judged = { status, confidence, negative, mirrored } as const;
  return { alignment: describeAlignment(pair, best.pair, fine, judged, localWarp), evidence };
}

/** Reduced first: then nothing of the full size is held beside the picture itself. */
function* analysisGray(image: RgbImage): Task<Plane> {
  const { width, height } = fitLongEdge(image.width, image.height, ANALYSIS_PX);
  const small = yield* resizeAreaInSlices(image, width, height, 'align.prepare');
  yield { stage: 'align.prepare', fraction: 0 };
  return yield* stretchedLuma(small, 'align.prepare');
}

function isEnough(features: FeaturePair): boolean {
  return Math.min(features.film.count, features.digital.count) >= MIN_FEATURES;
}

function statusOf(features: FeaturePair | null, candidates: readonly Candidate[]): FailureStatus {
  if (!features || !isEnough(features)) return 'no-texture';
  return candidates.length === 0 || candidates[0].inliers < 8 ? 'too-few-matches' : 'not-the-same-scene';
}
