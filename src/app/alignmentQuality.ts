/** How well the film lies on the photo, in words that mean something without knowing the numbers. */
import type { Alignment } from '../engine/align/alignment';

export const QUALITY_GRADES = ['excellent', 'good', 'fair', 'poor'] as const;
export type QualityGrade = (typeof QUALITY_GRADES)[number];

/** Largest error, as a share of the long edge, and least confidence of each grade. */
const LIMITS: readonly { grade: QualityGrade; error: number; confidence: number }[] = [
  { grade: 'excellent', error: 0.0008, confidence: 0.95 },
  { grade: 'good', error: 0.002, confidence: 0.85 },
  { grade: 'fair', error: 0.006, confidence: 0.6 },
];

/** @param longEdgePx of the digital picture that `alignment.errorPx` counts pixels of */
export function alignmentQuality(alignment: Alignment, longEdgePx: number): QualityGrade {
  const error = alignment.errorPx / longEdgePx;
  const reached = LIMITS.find((limit) => error <= limit.error && alignment.confidence >= limit.confidence);
  return reached?.grade ?? 'poor';
}
