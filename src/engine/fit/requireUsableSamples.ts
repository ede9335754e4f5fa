import type { ColorSamples } from '../sample/colorSamples';
import { UserError } from '../userError';
import { binSamples } from './binSamples';

/** Cells of color that a look can be told from at the very least. */
const MIN_COLORS = 4;

/**
 * @throws UserError `fit.too-few-samples` without samples of any weight, `fit.too-few-colors` for pictures of one flat color
 */
export function requireUsableSamples(pairs: readonly ColorSamples[]): void {
  const bins = binSamples(pairs);
  if (bins.count === 0) throw new UserError('fit.too-few-samples', { found: 0, needed: 1 });
  if (bins.count < MIN_COLORS)
    throw new UserError('fit.too-few-colors', { found: bins.count, needed: MIN_COLORS });
}
