/**
 * Where the film may lie on the digital picture, from features alone: for each of the four readings of the scan
 * (positive or negative, right or wrong side up), matches, one-match similarities and guided matches.
 */
import type { Homography } from './alignment';
import type { FeaturePair } from './featurePair';
import type { Features } from './features';
import { fitHomography } from './fitHomography';
import { isPlausible } from './isPlausible';
import { matchDescriptors } from './matchDescriptors';
import { matchGuided } from './matchGuided';
import type { Hypothesis } from './permuteFeatures';
import { HYPOTHESES, permuteFeatures } from './permuteFeatures';
import type { Polarity } from './polarity';
import { hasPolarity } from './polarity';
import { proposeHomographies } from './proposeHomographies';
import { coarsestFeatures } from './selectFeatures';
import type { Task } from '../task';
import { within } from '../task';

export interface Candidate extends Hypothesis {
  /** Film → digital, in the pixels of the given pictures. */
  readonly filmToDigital: Homography;
  readonly score: number;
  readonly inliers: number;
}

const TRIAL_FEATURES = 1000;
const TRIAL_RATIO = 0.85;
const MATCH_RATIO = 0.9;
/** A reading is taken as the only one when it has this many times the trial matches of the next, and some more. */
const CLEAR_FACTOR = 2.5;
const CLEAR_SURPLUS = 12;
const PROPOSALS_KEPT = 4;
/** Radius of the guided search and cutoff of the fit, as shares of the long edge, narrowing. */
const GUIDES = [
  [0.02, 0.012],
  [0.01, 0.006],
] as const;
/** Maps from points placed by hand are rougher. */
const HAND_GUIDES = [[0.04, 0.03], ...GUIDES] as const;
type Guides = readonly (readonly [radius: number, cutoff: number])[];

/** Best first. */
export function* findCandidates(features: FeaturePair, polarity: Polarity): Task<Candidate[]> {
  const { film, digital } = features;
  const hypotheses = yield* within(likelyHypotheses(film, digital, polarity), 0, 0.3);
  const candidates: Candidate[] = [];
  for (const hypothesis of hypotheses) {
    const permuted = permuteFeatures(film, hypothesis);
    const matches = yield* within(matchDescriptors(permuted, digital, MATCH_RATIO), 0.3, 0.8);
    const proposals = yield* within(proposeHomographies(matches, permuted, digital), 0.8, 0.9);
    for (const proposal of proposals.slice(0, PROPOSALS_KEPT)) {
      const h = yield* within(refineGuided(permuted, digital, proposal.filmToDigital, GUIDES), 0.9, 0.9);
      const filmToDigital = features.toGiven(h, hypothesis.mirrored);
      candidates.push({ ...hypothesis, ...proposal, filmToDigital });
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** The candidates, each improved by the feature matches around it. */
export function* findGuidedCandidates(
  features: FeaturePair,
  candidates: readonly Candidate[],
): Task<Candidate[]> {
  const improved: Candidate[] = [];
  for (const candidate of candidates) {
    const { mirrored } = candidate;
    const permuted = permuteFeatures(features.film, candidate);
    const start = features.fromGiven(candidate.filmToDigital, mirrored);
    const share = improved.length / candidates.length;
    const h = yield* within(refineGuided(permuted, features.digital, start, HAND_GUIDES), share, share);
    improved.push({ ...candidate, filmToDigital: features.toGiven(h, mirrored) });
    yield { stage: 'align.match', fraction: improved.length / candidates.length };
  }
  return improved;
}

/** The readings worth a full match: one when a trial on the coarsest features is clear, else all. */
function* likelyHypotheses(
  film: Features,
  digital: Features,
  polarity: Polarity,
): Task<readonly Hypothesis[]> {
  const coarseFilm = coarsestFeatures(film, TRIAL_FEATURES);
  const coarseDigital = coarsestFeatures(digital, TRIAL_FEATURES);
  const trials: { hypothesis: Hypothesis; matches: number }[] = [];
  for (const hypothesis of HYPOTHESES.filter(({ negative }) => hasPolarity(polarity, negative))) {
    const permuted = permuteFeatures(coarseFilm, hypothesis);
    const matches = yield* matchDescriptors(permuted, coarseDigital, TRIAL_RATIO);
    trials.push({ hypothesis, matches: matches.length });
  }
  trials.sort((a, b) => b.matches - a.matches);
  const isClear = trials[0].matches > CLEAR_FACTOR * trials[1].matches + CLEAR_SURPLUS;
  return isClear ? [trials[0].hypothesis] : trials.map((trial) => trial.hypothesis);
}

function* refineGuided(
  film: Features,
  digital: Features,
  start: Homography,
  guides: Guides,
): Task<Homography> {
  const edge = Math.max(digital.width, digital.height);
  let h = start;
  for (const [radius, cutoff] of guides) {
    const points = matchGuided(film, digital, h, radius * edge);
    if (points.count < 8) return h;
    yield { stage: 'align.match', fraction: 0 };
    const fitted = fitHomography(points, h, { cutoffPx: cutoff * edge, iterations: 5 });
    if (!fitted || !isPlausible(fitted, film.width, film.height)) return h;
    h = fitted;
    yield { stage: 'align.match', fraction: 0 };
  }
  return h;
}
