/** Color Balance: three triples of −100…100. It is the one kind that refuses `presetKind`. */
import type { ColorBalanceTriple } from '../../../engine/adjustments';
import { notValid } from '../descriptor';
import { integer, type KindRules } from './kindRules';

function triple(value: unknown): ColorBalanceTriple {
  if (!Array.isArray(value) || value.length !== 3) throw notValid('Set');
  return [integer(value[0], -100, 100), integer(value[1], -100, 100), integer(value[2], -100, 100)];
}

export const colorBalanceRules: KindRules = {
  initial: {
    _obj: 'colorBalance',
    shadowLevels: [0, 0, 0],
    midtoneLevels: [0, 0, 0],
    highlightLevels: [0, 0, 0],
    preserveLuminosity: true,
  },
  accept(to) {
    if ('presetKind' in to) throw notValid('Make');
    return {
      _obj: 'colorBalance',
      shadowLevels: triple(to.shadowLevels),
      midtoneLevels: triple(to.midtoneLevels),
      highlightLevels: triple(to.highlightLevels),
      preserveLuminosity: to.preserveLuminosity !== false,
    };
  },
  toAdjustment: (stored) => ({
    kind: 'colorBalance',
    shadows: triple(stored.shadowLevels),
    midtones: triple(stored.midtoneLevels),
    highlights: triple(stored.highlightLevels),
    preserveLuminosity: stored.preserveLuminosity === true,
  }),
};
