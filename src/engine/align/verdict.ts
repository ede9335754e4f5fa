/**
 * How far a mapping can be trusted, from how many independent tiles agree with it. Feature inliers prove nothing: guided
 * matching finds dozens around a wrong mapping too (see docs/method/align.md).
 */
import type { RefinedLevel } from './refineLevel';

/** Share of the tried tiles that agree × √ of their number, damped when they scatter; above 3 a mapping is right. */
export function verdictOf(level: RefinedLevel | null): number {
  if (!level || level.tried === 0) return 0;
  const share = level.agreeing / level.tried;
  return (share * Math.sqrt(level.agreeing)) / (1 + level.errorPx / 8);
}

/** Probability that the mapping is within 1 % of the long edge, from the coarse verdict. */
export function confidenceOf(verdict: number): number {
  return 1 / (1 + Math.exp(-2.2 * (verdict - 2)));
}
