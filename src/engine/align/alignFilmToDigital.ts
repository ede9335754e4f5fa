/**
 * Lays a film frame onto the digital photo of the same scene. Features propose, tiles decide: matches between
 * scale-invariant features give candidate homographies, and photometric agreement of locally normalized tiles accepts
 * or rejects them and refines the accepted one to a fraction of a pixel. Method and measurements: docs/method/align.md.
 */
import type { Alignment, AlignmentStatus, Homography } from './alignment';
import type { CandidateSearch } from './findCandidates';
import { findCandidates } from './findCandidates';
import { findPictureArea } from './findPictureArea';
import { frameOverlap } from './frameOverlap';
import { composeHomographies, IDENTITY_HOMOGRAPHY, resizeHomography } from './homography';
import { scaleWarp } from './localWarp';
import { refineFine } from './refineAlignment';
import type { GrayPair, RefinedLevel } from './refineLevel';
import { frameOnDigital } from './refineLevel';
import type { Trial } from './tryCandidates';
import { tryCandidates } from './tryCandidates';
import { tileCoverage } from './tileCoverage';
import type { Evidence } from './verdict';
import { confidenceOf, HOPELESS_VERDICT, NO_EVIDENCE, SURE_VERDICT, verdictOf } from './verdict';
import type { ImagePair, Plane } from '../image/rgbImage';
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
/** Long edges that features are looked for at, and the part of the progress that it makes; more than one when in doubt. */
const FEATURE_SIZES = [
  [800, 0.05, 0.5],
  [600, 0.5, 0.58],
  [1200, 0.58, 0.7],
] as const;
/** A wrong alignment that passes for right is the worst error there is: doubt counts as failure. */
const ACCEPTED_CONFIDENCE = 0.75;
/** Fewer features than this in either picture cannot be matched. */
const MIN_FEATURES = 24;

/** Positions in the result are in the pixels of the pictures given. Expected trouble is a status, never an exception. */
export function* alignFilmToDigital(pair: ImagePair, options: AlignOptions = {}): Task<Alignment> {
  return (yield* alignWithEvidence(pair, options)).alignment;
}

/** An alignment and what its confidence rests on, for the benchmark that calibrates it. */
export interface EvidencedAlignment {
  readonly alignment: Alignment;
  readonly evidence: Evidence;
}

export function* alignWithEvidence(pair: ImagePair, options: AlignOptions = {}): Task<EvidencedAlignment> {
  const film = yield* analysisGray(pair.film);
  const digital = yield* analysisGray(pair.digital);
  const frame = findPictureArea(film);
  yield { stage: 'align.prepare', fraction: 0.04 };
  let search: CandidateSearch | null = null;
  let best: Trial | null = null;
  for (const [longEdgePx, from, to] of FEATURE_SIZES) {
    search = yield* within(findCandidates(film, digital, frame, longEdgePx), from, to);
    if (Math.min(search.filmFeatures, search.digitalFeatures) < MIN_FEATURES) continue;
    const positive: GrayPair = { film, digital, frame };
    best = yield* within(tryCandidates(search.candidates, positive, best), to, to);
    if (best && best.verdict >= SURE_VERDICT) break;
  }
  if (!best || best.verdict < HOPELESS_VERDICT) return failure(statusOf(search), NO_EVIDENCE);
  const fine = yield* within(refineFine(best.pair, best.level), 0.7, 1);
  const evidence: Evidence = {
    verdict: best.verdict,
    fineVerdict: verdictOf(fine),
    coverage: tileCoverage(best.pair, fine),
  };
  const alignment = toAlignment(pair, best, fine, evidence, options.localWarp ?? true);
  return { alignment, evidence };
}

function* analysisGray(image: ImagePair['film']): Task<Plane> {
  const gray = stretchedLuma(image);
  yield { stage: 'align.prepare', fraction: 0 };
  const { width, height } = fitLongEdge(image.width, image.height, ANALYSIS_PX);
  const small = resizePlane(gray, width, height);
  yield { stage: 'align.prepare', fraction: 0 };
  return small;
}

function toAlignment(
  pair: ImagePair,
  trial: Trial,
  fine: RefinedLevel,
  evidence: Evidence,
  localWarp: boolean,
): Alignment {
  const { film, digital, frame } = trial.pair;
  const filmToDigital: Homography = composeHomographies(
    resizeHomography(pair.digital.width / digital.width, pair.digital.height / digital.height),
    composeHomographies(
      localWarp ? fine.filmToDigital : fine.homography,
      resizeHomography(film.width / pair.film.width, film.height / pair.film.height),
    ),
  );
  const confidence = confidenceOf(evidence);
  return {
    status: confidence >= ACCEPTED_CONFIDENCE ? 'ok' : 'not-the-same-scene',
    filmToDigital,
    warp: fine.warp && localWarp ? scaleWarp(fine.warp, pair.digital.width, pair.digital.height) : null,
    inliers: fine.agreeing,
    errorPx: ((localWarp ? fine.errorPx : fine.homographyErrorPx) * pair.digital.width) / digital.width,
    overlap: frameOverlap(frameOnDigital(frame, fine.filmToDigital), digital.width, digital.height),
    confidence,
    negative: trial.candidate.negative,
    mirrored: trial.candidate.mirrored,
  };
}

function statusOf(search: CandidateSearch | null): AlignmentStatus {
  if (!search || Math.min(search.filmFeatures, search.digitalFeatures) < MIN_FEATURES) return 'no-texture';
  const best = search.candidates[0];
  return !best || best.inliers < 8 ? 'too-few-matches' : 'not-the-same-scene';
}

function failure(status: AlignmentStatus, evidence: Evidence): EvidencedAlignment {
  const alignment: Alignment = {
    status,
    filmToDigital: IDENTITY_HOMOGRAPHY,
    warp: null,
    inliers: 0,
    errorPx: 0,
    overlap: 0,
    confidence: confidenceOf(evidence),
    negative: false,
    mirrored: false,
  };
  return { alignment, evidence };
}
