import type { EstimateWarning } from '../estimation';
import type { Confidence } from './assessLook';

/** A photo with more guessed colors than this deserves a word. */
const NOTABLE_SHARE = 0.1;

/** Says so when much of a photo has colors that no pair has shown on film. */
export function extrapolationWarnings({ extrapolatedShares }: Confidence): readonly EstimateWarning[] {
  const share = Math.max(0, ...extrapolatedShares);
  if (share < NOTABLE_SHARE) return [];
  return [{ code: 'colors.extrapolated', values: { share: `${Math.round(100 * share)} %` } }];
}
