/**
 * Which of the candidate mappings is right, if any: the tiles decide. The best candidate is usually beyond doubt at
 * once; otherwise many are caught at a very small scale, and the most promising are looked at again and again.
 */
import type { Candidate } from './findCandidates';
import { refineCoarse, refineRepeatedly, refineRough } from './refineAlignment';
import type { GrayPair, Mapping } from './prepareLevel';
import type { RefinedLevel } from './refineLevel';
import { SURE_VERDICT, verdictOf } from './verdict';
import type { Plane } from '../image/rgbImage';
import { plane } from '../image/rgbImage';
import type { Task } from '../task';

export interface Trial {
  readonly candidate: Candidate;
  /** With the film's tones in the candidate's polarity. */
  readonly pair: GrayPair;
  readonly level: RefinedLevel;
  readonly verdict: number;
}

const SCREENED = 12;
const FOLLOWED = 3;

/** `positive` is the pair as it was scanned. Returns `before` when none of the candidates is better. */
export function* tryCandidates(
  candidates: readonly Candidate[],
  positive: GrayPair,
  before: Trial | null,
): Task<Trial | null> {
  if (candidates.length === 0) return before;
  const pairOf = inPolarity(positive);
  let best = before;
  const consider = (candidate: Candidate, level: RefinedLevel | null): void => {
    const verdict = verdictOf(level);
    if (level && verdict > (best?.verdict ?? 0))
      best = { candidate, pair: pairOf(candidate), level, verdict };
  };
  const isSure = (): boolean => best !== null && best.verdict >= SURE_VERDICT;
  const first = candidates[0];
  consider(first, yield* refineCoarse(pairOf(first), startOf(first)));
  if (isSure()) return best;
  const screened: { candidate: Candidate; start: Mapping; verdict: number }[] = [];
  for (const candidate of candidates.slice(0, SCREENED)) {
    const rough = yield* refineRough(pairOf(candidate), startOf(candidate));
    screened.push({ candidate, start: rough ?? startOf(candidate), verdict: verdictOf(rough) });
  }
  screened.sort((a, b) => b.verdict - a.verdict);
  for (const { candidate, start } of screened.slice(0, FOLLOWED)) {
    consider(candidate, yield* refineRepeatedly(pairOf(candidate), start));
    if (isSure()) return best;
  }
  return best;
}

/**
 * Follows every candidate from where it is; only maps that `accepts` count. For candidates that are known to be near,
 * such as those from points placed by hand.
 */
export function* followCandidates(
  candidates: readonly Candidate[],
  positive: GrayPair,
  accepts: (mapping: Mapping) => boolean,
): Task<Trial | null> {
  const pairOf = inPolarity(positive);
  let best: Trial | null = null;
  for (const candidate of candidates) {
    const pair = pairOf(candidate);
    const level = yield* refineRepeatedly(pair, startOf(candidate));
    const verdict = verdictOf(level);
    if (level && verdict > (best?.verdict ?? 0) && accepts(level)) best = { candidate, pair, level, verdict };
    if (best && best.verdict >= SURE_VERDICT) return best;
  }
  return best;
}

function startOf(candidate: Candidate): Mapping {
  return { filmToDigital: candidate.filmToDigital, warp: null };
}

/** The pair with the film in a candidate's polarity; the negative is made when it is first asked for, and once. */
function inPolarity(positive: GrayPair): (candidate: Candidate) => GrayPair {
  let negative: GrayPair | null = null;
  return (candidate) => {
    if (!candidate.negative) return positive;
    negative ??= { ...positive, film: inverted(positive.film) };
    return negative;
  };
}

function inverted(gray: Plane): Plane {
  const data = new Float32Array(gray.data.length);
  for (let i = 0; i < data.length; i++) data[i] = 1 - gray.data[i];
  return plane(gray.width, gray.height, data);
}
