/** How well the film lies on the photo, in words that mean something without knowing the numbers. */
import { ACCEPTED_CONFIDENCE, HAND_CONFIDENCE } from '../engine/align/verdict';
import type { Alignment } from '../engine/align/alignment';

export const QUALITY_GRADES = ['excellent', 'good', 'fair', 'poor'] as const;
export type QualityGrade = (typeof QUALITY_GRADES)[number];

/** Less sure than this is not accepted at all; points by hand are, and count as fair. */
const ACCEPTED_DOUBT = 1 - ACCEPTED_CONFIDENCE;

/** Largest error, as a share of the long edge, and largest doubt of each grade. */
const LIMITS: readonly { grade: QualityGrade; error: number; doubt: number }[] = [
  { grade: 'excellent', error: 0.0008, doubt: ACCEPTED_DOUBT / 3 },
  { grade: 'good', error: 0.002, doubt: ACCEPTED_DOUBT },
  { grade: 'fair', error: 0.006, doubt: 1 - HAND_CONFIDENCE },
];

/** @param longEdgePx of the digital picture that `alignment.errorPx` counts pixels of */
export function alignmentQuality(alignment: Alignment, longEdgePx: number): QualityGrade {
  const error = alignment.errorPx / longEdgePx;
  const doubt = 1 - alignment.confidence;
  const reached = LIMITS.find((limit) => error <= limit.error && doubt <= limit.doubt);
  return reached?.grade ?? 'poor';
}
