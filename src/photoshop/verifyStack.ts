/** Whether the document looks as predicted after the layers were made. */
import type { AdjustmentStack } from '../engine/adjustments';
import { compareWithPrediction } from './compareWithPrediction';
import type { Verification } from './photoshopHost';
import type { HostPixels } from './readPixels';

/** Rounding differently, or dithering a Color Lookup, moves a value by at most one level. */
export const TOLERATED_LEVELS = 1;

/** @param before samples without the layers. @param after the same samples with them, at full opacity and unmasked. */
export function verifyStack(
  before: readonly HostPixels[],
  after: readonly HostPixels[],
  stack: AdjustmentStack,
): Verification {
  const difference = compareWithPrediction(before, after, { ...stack, opacity: 100 });
  if (!difference) return { verdict: 'not-checked', maxLevels: 0, meanLevels: 0 };
  return {
    verdict: difference.maxLevels <= TOLERATED_LEVELS ? 'verified' : 'differs',
    ...difference,
  };
}
