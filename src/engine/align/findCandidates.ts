/**
 * Where the film may lie on the digital picture, from features alone: for each of the four readings of the scan
 * (positive or negative, right or wrong side up), matches, one-match similarities and guided matches.
 */
import type { Homography } from './alignment';
import { detectFeatures } from './detectFeatures';
import type { Features } from './features';
import { fitHomography } from './fitHomography';
import type { FrameQuad } from './frameQuad';
import { isInQuad } from './frameQuad';
import { composeHomographies, resizeHomography } from './homography';
import { isPlausible } from './isPlausible';
import { matchDescriptors } from './matchDescriptors';
import { matchGuided } from './matchGuided';
import type { Hypothesis } from './permuteFeatures';
import { HYPOTHESES, permuteFeatures } from './permuteFeatures';
import { proposeHomographies } from './proposeHomographies';
import { coarsestFeatures } from './selectFeatures';
import type { Plane } from '../image/rgbImage';
import { fitLongEdge, resizePlane } from '../image/resizeArea';
import type { Task } from '../task';
import { within } from '../task';

export interface Candidate extends Hypothesis {
  /** Film → digital, in the pixels of the given pictures. */
  readonly filmToDigital: Homography;
  readonly score: number;
  readonly inliers: number;
}

export interface CandidateSearch {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly filmFeatures: number;
  readonly digitalFeatures: number;
}

const FEATURE_BUDGET = 3000;
const TRIAL_FEATURES = 1000;
const TRIAL_RATIO = 0.85;
const MATCH_RATIO = 0.9;
/** A reading is taken as the only one when it has this many times the trial matches of the next, and some more. */
const CLEAR_FACTOR = 2.5;
const CLEAR_SURPLUS = 12;
const PROPOSALS_KEPT = 4;

/** `longEdgePx` is the size that features are looked for at. */
export function* findCandidates(
  film: Plane,
  digital: Plane,
  frame: FrameQuad,
  longEdgePx: number,
): Task<CandidateSearch> {
  const filmSize = fitLongEdge(film.width, film.height, longEdgePx);
  const digitalSize = fitLongEdge(digital.width, digital.height, longEdgePx);
  const smallFilm = resizePlane(film, filmSize.width, filmSize.height);
  yield { stage: 'align.features', fraction: 0 };
  const smallDigital = resizePlane(digital, digitalSize.width, digitalSize.height);
  yield { stage: 'align.features', fraction: 0 };
  const zoomX = film.width / filmSize.width;
  const zoomY = film.height / filmSize.height;
  const filmFeatures = yield* within(
    detectFeatures(smallFilm, {
      budget: FEATURE_BUDGET,
      accepts: (x, y) => isInQuad(frame, x * zoomX, y * zoomY),
    }),
    0,
    0.4,
  );
  const digitalFeatures = yield* within(detectFeatures(smallDigital, { budget: FEATURE_BUDGET }), 0.4, 0.8);
  const hypotheses = yield* within(likelyHypotheses(filmFeatures, digitalFeatures), 0.8, 0.85);
  const candidates: Candidate[] = [];
  for (const hypothesis of hypotheses) {
    const permuted = permuteFeatures(filmFeatures, hypothesis);
    const matches = yield* within(matchDescriptors(permuted, digitalFeatures, MATCH_RATIO), 0.85, 0.95);
    const proposals = proposeHomographies(matches, permuted, digitalFeatures).slice(0, PROPOSALS_KEPT);
    yield { stage: 'align.match', fraction: 0.95 };
    for (const proposal of proposals) {
      const h = refineGuided(permuted, digitalFeatures, proposal.filmToDigital);
      yield { stage: 'align.match', fraction: 0.97 };
      candidates.push({
        ...hypothesis,
        ...proposal,
        filmToDigital: composeHomographies(
          resizeHomography(digital.width / digitalSize.width, digital.height / digitalSize.height),
          composeHomographies(
            hypothesis.mirrored ? composeHomographies(h, [-1, 0, filmSize.width - 1, 0, 1, 0, 0, 0, 1]) : h,
            resizeHomography(1 / zoomX, 1 / zoomY),
          ),
        ),
      });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  return { candidates, filmFeatures: filmFeatures.count, digitalFeatures: digitalFeatures.count };
}

/** The readings worth a full match: one when a trial on the coarsest features is clear, else all. */
function* likelyHypotheses(film: Features, digital: Features): Task<readonly Hypothesis[]> {
  const coarseFilm = coarsestFeatures(film, TRIAL_FEATURES);
  const coarseDigital = coarsestFeatures(digital, TRIAL_FEATURES);
  const trials: { hypothesis: Hypothesis; matches: number }[] = [];
  for (const hypothesis of HYPOTHESES) {
    const permuted = permuteFeatures(coarseFilm, hypothesis);
    const matches = yield* matchDescriptors(permuted, coarseDigital, TRIAL_RATIO);
    trials.push({ hypothesis, matches: matches.length });
  }
  trials.sort((a, b) => b.matches - a.matches);
  const isClear = trials[0].matches > CLEAR_FACTOR * trials[1].matches + CLEAR_SURPLUS;
  return isClear ? [trials[0].hypothesis] : trials.map((trial) => trial.hypothesis);
}

function refineGuided(film: Features, digital: Features, start: Homography): Homography {
  const edge = Math.max(digital.width, digital.height);
  let h = start;
  for (const [radius, cutoff] of [
    [0.02, 0.012],
    [0.01, 0.006],
  ]) {
    const points = matchGuided(film, digital, h, radius * edge);
    if (points.count < 8) return h;
    const fitted = fitHomography(points, h, { cutoffPx: cutoff * edge, iterations: 5 });
    if (!fitted || !isPlausible(fitted, film.width, film.height)) return h;
    h = fitted;
  }
  return h;
}
