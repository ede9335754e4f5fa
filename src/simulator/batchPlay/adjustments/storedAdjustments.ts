/** The kinds of adjustment layers that the simulator knows, and what a layer of one does to the picture. */
import type { Adjustment } from '../../../engine/adjustments';
import type { LayerState } from '../../documentState';
import type { Descriptor } from '../descriptor';
import { channelMixerRules } from './channelMixer';
import { colorBalanceRules } from './colorBalance';
import { colorLookupRules } from './colorLookup';
import { curvesRules } from './curves';
import { hueSaturationRules } from './hueSaturation';
import type { KindRules } from './kindRules';
import { levelsRules } from './levels';
import { selectiveColorRules } from './selectiveColor';

export const KIND_RULES: Readonly<Record<string, KindRules>> = {
  curves: curvesRules,
  levels: levelsRules,
  colorBalance: colorBalanceRules,
  hueSaturation: hueSaturationRules,
  channelMixer: channelMixerRules,
  selectiveColor: selectiveColorRules,
  colorLookup: colorLookupRules,
};

/** As the Layers panel names new layers, followed by a number. */
export const KIND_LABELS: Readonly<Record<string, string>> = {
  curves: 'Curves',
  levels: 'Levels',
  colorBalance: 'Color Balance',
  hueSaturation: 'Hue/Saturation',
  channelMixer: 'Channel Mixer',
  selectiveColor: 'Selective Color',
  colorLookup: 'Color Lookup',
};

const parsed = new WeakMap<Descriptor, { readonly adjustment: Adjustment | null }>();

export function adjustmentOf(layer: LayerState): Adjustment | null {
  const stored = layer.adjustment;
  if (!stored) return null;
  const known = parsed.get(stored);
  if (known) return known.adjustment;
  const adjustment = KIND_RULES[stored._obj].toAdjustment(stored);
  parsed.set(stored, { adjustment });
  return adjustment;
}
