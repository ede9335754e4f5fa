/**
 * How far a mapping can be trusted, from how many independent tiles agree with it. Feature inliers prove nothing: guided
 * matching finds dozens around a wrong mapping too (see docs/method/align.md).
 */
import type { RefinedLevel } from './refineLevel';

/** A verdict from here on needs no second look. */
export const SURE_VERDICT = 4;
/** A mapping with a lower verdict is not reported as aligned. */
export const ACCEPTED_VERDICT = 2.5;

/** Share of the tried tiles that agree × √ of their number, damped when they scatter; above 3 a mapping is right. */
export function verdictOf(level: RefinedLevel | null): number {
  if (!level || level.agreeing === 0) return 0;
  const share = level.agreeing / level.tried;
  return (share * Math.sqrt(level.agreeing)) / (1 + level.errorPx / 8);
}

/** Probability that the mapping is within 1 % of the long edge, from the coarse verdict. */
export function confidenceOf(verdict: number): number {
  return 1 / (1 + Math.exp(-2.2 * (verdict - 2)));
}
