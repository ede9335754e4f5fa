/** Whether the document looks as predicted after the layers were made. */
import { compareWithPrediction } from './compareWithPrediction';
import type { Verification } from './photoshopHost';
import type { HostPixels } from './readPixels';

/** Rounding differently, or dithering a Color Lookup, moves a value by at most one level. */
export const TOLERATED_LEVELS = 1;

/** @param rendered samples of the document with the layers, at full opacity and unmasked. */
export function verifyStack(predicted: readonly HostPixels[], rendered: readonly HostPixels[]): Verification {
  const difference = compareWithPrediction(predicted, rendered);
  if (!difference) return { verdict: 'not-checked', maxLevels: 0, meanLevels: 0 };
  return { verdict: difference.maxLevels <= TOLERATED_LEVELS ? 'verified' : 'differs', ...difference };
}
