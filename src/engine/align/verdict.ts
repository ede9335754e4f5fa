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
}

export const NO_EVIDENCE: Evidence = { verdict: 0, fineVerdict: 0, coverage: 0 };

/** Probability that the mapping is within 1 % of the long edge. */
export function confidenceOf({ verdict }: Evidence): number {
  return 1 / (1 + Math.exp(-2.2 * (verdict - 2)));
}

/** A wrong alignment that passes for right is the worst error there is: doubt counts as failure. */
const ACCEPTED_CONFIDENCE = 0.75;

export function isTrusted(confidence: number): boolean {
  return confidence >= ACCEPTED_CONFIDENCE;
}

/** Of points placed by hand, when nothing in the pictures speaks for or against them: an estimate, not a measurement. */
export const HAND_CONFIDENCE = 0.8;

/** Points placed by hand and tiles that agree with them are wrong only together. */
export function trustBesideHand(verdict: number): number {
  return 1 - (1 - HAND_CONFIDENCE) * (1 - confidenceOf({ ...NO_EVIDENCE, verdict }));
}
