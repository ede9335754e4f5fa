/**
 * How far a mapping can be trusted, from how many independent tiles agree with it. Feature inliers prove nothing: guided
 * matching finds dozens around a wrong mapping too (see docs/method/align.md).
 */
import type { RefinedLevel } from './refineLevel';

/** A verdict from here on needs no second look. */
export const SURE_VERDICT = 6;
/** Nothing below this is worth refining. */
export const HOPELESS_VERDICT = 1;

/** Share of the tried tiles that agree × √ of their number, damped when they scatter; above 3 a mapping is right. */
export function verdictOf(level: RefinedLevel | null): number {
  if (!level || level.agreeing === 0) return 0;
  const share = level.agreeing / level.tried;
  return (share * Math.sqrt(level.agreeing)) / (1 + level.errorPx / 8);
}

/** What a confidence rests on. */
export interface Evidence {
  /** Verdict of the first, coarse level, and of the last one. */
  readonly verdict: number;
  readonly fineVerdict: number;
  /** Share of the overlap that agreeing tiles vouch for. */
  readonly coverage: number;
  /** Correlation of the aligned pictures from afar, less for a small overlap. */
  readonly likeness: number;
}

/** Likeness that speaks neither for a mapping nor against it. */
const UNDECIDED_LIKENESS = 0.27;

export const NO_EVIDENCE: Evidence = {
  verdict: 0,
  fineVerdict: 0,
  coverage: 0,
  likeness: UNDECIDED_LIKENESS,
};

/** What the logistic of the confidence runs over. Below this verdict nothing more is learned from it. */
const LEAST_VERDICT = 0.3;

export function evidenceFeatures({ verdict, fineVerdict, coverage }: Evidence): number[] {
  return [Math.log(Math.max(LEAST_VERDICT, verdict)), Math.log(1 + fineVerdict), coverage];
}

/**
 * Of right mappings under heavy grain the likeness is 0.29 and more, of wrong ones about 0.13; the slope is far below what
 * these alone would give, since wrong ones that get this far are rare.
 */
const LIKENESS_SLOPE = 12;
const MOST_OF_LIKENESS = 2.5;

/** Logarithm of how much likelier the likeness is with a right mapping than with a wrong one. */
export function likenessEvidence({ likeness }: Evidence): number {
  const ratio = LIKENESS_SLOPE * (likeness - UNDECIDED_LIKENESS);
  return Math.min(MOST_OF_LIKENESS, Math.max(-MOST_OF_LIKENESS, ratio));
}

/** Constant and slopes, fitted by bench/align/calibrate.ts to generated pairs and pairs of different scenes. */
const CALIBRATION: readonly number[] = [-3.62, 1.5, 1.77, 3.7];

/** Probability that the mapping is within 1 % of the long edge, judged like generated pairs of all levels. */
export function confidenceOf(evidence: Evidence): number {
  const [constant, ...slopes] = CALIBRATION;
  const features = evidenceFeatures(evidence);
  const logit = slopes.reduce(
    (sum, slope, i) => sum + slope * features[i],
    constant + likenessEvidence(evidence),
  );
  return 1 / (1 + Math.exp(-logit));
}

/** A wrong alignment that passes for right is the worst error there is: doubt counts as failure. */
export const ACCEPTED_CONFIDENCE = 0.8;

export function isTrusted(confidence: number): boolean {
  return confidence >= ACCEPTED_CONFIDENCE;
}

/** Of points placed by hand, when nothing in the pictures speaks for or against them: an estimate, not a measurement. */
export const HAND_CONFIDENCE = 0.75;

/** Points placed by hand and tiles that agree with them are wrong only together. */
export function trustBesideHand(verdict: number): number {
  return 1 - (1 - HAND_CONFIDENCE) * (1 - confidenceOf({ ...NO_EVIDENCE, verdict }));
}
