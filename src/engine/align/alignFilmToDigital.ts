/**
 * Lays a film frame onto the digital photo of the same scene. Features propose, tiles decide: matches between
 * scale-invariant features give candidate homographies, and photometric agreement of locally normalized tiles accepts
 * or rejects them and refines the accepted one to a fraction of a pixel. Method and measurements: docs/method/align.md.
 */
import type { Alignment, AlignmentStatus, Homography } from './alignment';
import type { Candidate, CandidateSearch } from './findCandidates';
import { findCandidates } from './findCandidates';
import { findPictureArea } from './findPictureArea';
import { frameOverlap } from './frameOverlap';
import { composeHomographies, IDENTITY_HOMOGRAPHY, resizeHomography } from './homography';
import { scaleWarp } from './localWarp';
import { refineCoarse, refineFine } from './refineAlignment';
import type { GrayPair, RefinedLevel } from './refineLevel';
import { frameOnDigital } from './refineLevel';
import { ACCEPTED_VERDICT, confidenceOf, SURE_VERDICT, verdictOf } from './verdict';
import type { ImagePair, Plane } from '../image/rgbImage';
import { plane } from '../image/rgbImage';
import { fitLongEdge, resizePlane } from '../image/resizeArea';
import { stretchedLuma } from '../image/stretchedLuma';
import type { Task } from '../task';
import { within } from '../task';

export interface AlignOptions {
  /** Whether the smooth local warp may be used. Default true. */
  readonly localWarp?: boolean;
}

/** Larger pictures are reduced to this long edge. */
const ANALYSIS_PX = 1200;
const FEATURE_PX = 800;
/** Fewer features than this in either picture cannot be matched. */
const MIN_FEATURES = 24;

interface Trial {
  readonly candidate: Candidate;
  readonly pair: GrayPair;
  readonly level: RefinedLevel;
  readonly verdict: number;
}

/** Positions in the result are in the pixels of the pictures given. Expected trouble is a status, never an exception. */
export function* alignFilmToDigital(pair: ImagePair, options: AlignOptions = {}): Task<Alignment> {
  const film = yield* analysisGray(pair.film);
  const digital = yield* analysisGray(pair.digital);
  const frame = findPictureArea(film);
  yield { stage: 'align.prepare', fraction: 0.04 };
  let search: CandidateSearch | null = null;
  let best: Trial | null = null;
  for (const [longEdgePx, from, to] of [
    [FEATURE_PX, 0.05, 0.5],
    [ANALYSIS_PX, 0.5, 0.7],
  ]) {
    search = yield* within(findCandidates(film, digital, frame, longEdgePx), from, to);
    if (Math.min(search.filmFeatures, search.digitalFeatures) < MIN_FEATURES) continue;
    const positive: GrayPair = { film, digital, frame };
    best = yield* within(bestTrial(search.candidates, positive, best), to, to);
    if (best && best.verdict >= SURE_VERDICT) break;
  }
  if (!best || best.verdict < ACCEPTED_VERDICT) return failure(statusOf(search), best?.verdict ?? 0);
  const fine = yield* within(refineFine(best.pair, best.level), 0.7, 1);
  return toAlignment(pair, best, fine, options.localWarp ?? true);
}

function* analysisGray(image: ImagePair['film']): Task<Plane> {
  const gray = stretchedLuma(image);
  yield { stage: 'align.prepare', fraction: 0 };
  const { width, height } = fitLongEdge(image.width, image.height, ANALYSIS_PX);
  const small = resizePlane(gray, width, height);
  yield { stage: 'align.prepare', fraction: 0 };
  return small;
}

/** Tries candidates on the coarse level, best first, until one is beyond doubt. */
function* bestTrial(
  candidates: readonly Candidate[],
  positive: GrayPair,
  before: Trial | null,
): Task<Trial | null> {
  let best = before;
  const negative: GrayPair = { ...positive, film: inverted(positive.film) };
  for (const candidate of candidates.slice(0, 5)) {
    const pair = candidate.negative ? negative : positive;
    const level = yield* refineCoarse(pair, { filmToDigital: candidate.filmToDigital, warp: null });
    const verdict = verdictOf(level);
    if (level && (!best || verdict > best.verdict)) best = { candidate, pair, level, verdict };
    if (best && best.verdict >= SURE_VERDICT) break;
  }
  return best;
}

function inverted(gray: Plane): Plane {
  return plane(
    gray.width,
    gray.height,
    gray.data.map((value) => 1 - value),
  );
}

function toAlignment(pair: ImagePair, trial: Trial, fine: RefinedLevel, localWarp: boolean): Alignment {
  const { film, digital, frame } = trial.pair;
  const filmToDigital: Homography = composeHomographies(
    resizeHomography(pair.digital.width / digital.width, pair.digital.height / digital.height),
    composeHomographies(
      localWarp ? fine.filmToDigital : fine.homography,
      resizeHomography(film.width / pair.film.width, film.height / pair.film.height),
    ),
  );
  return {
    status: 'ok',
    filmToDigital,
    warp: fine.warp && localWarp ? scaleWarp(fine.warp, pair.digital.width, pair.digital.height) : null,
    inliers: fine.agreeing,
    errorPx: ((localWarp ? fine.errorPx : fine.homographyErrorPx) * pair.digital.width) / digital.width,
    overlap: frameOverlap(frameOnDigital(frame, fine.filmToDigital), digital.width, digital.height),
    confidence: confidenceOf(trial.verdict),
    negative: trial.candidate.negative,
    mirrored: trial.candidate.mirrored,
  };
}

function statusOf(search: CandidateSearch | null): AlignmentStatus {
  if (!search || Math.min(search.filmFeatures, search.digitalFeatures) < MIN_FEATURES) return 'no-texture';
  const best = search.candidates[0];
  return !best || best.inliers < 8 ? 'too-few-matches' : 'not-the-same-scene';
}

function failure(status: AlignmentStatus, verdict: number): Alignment {
  return {
    status,
    filmToDigital: IDENTITY_HOMOGRAPHY,
    warp: null,
    inliers: 0,
    errorPx: 0,
    overlap: 0,
    confidence: confidenceOf(verdict),
    negative: false,
    mirrored: false,
  };
}
