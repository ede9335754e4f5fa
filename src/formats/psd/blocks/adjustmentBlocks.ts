/** Which block of a layer holds which adjustment, and how it is read; a table, so that a forgotten kind does not compile. */
import type { Adjustment, AdjustmentKind, AdjustmentOf } from '../../../engine/adjustments';
import { formatChannelMixer, parseChannelMixer } from './channelMixerBlock';
import { RGB_RECORDS, type ChannelRecords } from './channelRecords';
import { formatColorBalance, parseColorBalance } from './colorBalanceBlock';
import { formatColorLookup, parseColorLookup } from './colorLookupBlock';
import { formatCurves, parseCurves } from './curvesBlock';
import { formatHueSaturation, parseHueSaturation } from './hueSaturationBlock';
import { formatLevels, parseLevels } from './levelsBlock';
import { formatSelectiveColor, parseSelectiveColor } from './selectiveColorBlock';

interface AdjustmentBlock<K extends AdjustmentKind> {
  readonly key: string;
  /** null when the block holds something that our adjustment cannot say, e.g. a curve drawn free-hand. */
  readonly parse: (bytes: Uint8Array, records: ChannelRecords) => AdjustmentOf<K> | null;
  readonly format: (adjustment: AdjustmentOf<K>) => Uint8Array;
}

export const ADJUSTMENT_BLOCKS: { readonly [K in AdjustmentKind]: AdjustmentBlock<K> } = {
  curves: { key: 'curv', parse: parseCurves, format: formatCurves },
  levels: { key: 'levl', parse: parseLevels, format: formatLevels },
  colorBalance: { key: 'blnc', parse: parseColorBalance, format: formatColorBalance },
  hueSaturation: { key: 'hue2', parse: parseHueSaturation, format: formatHueSaturation },
  channelMixer: { key: 'mixr', parse: parseChannelMixer, format: formatChannelMixer },
  selectiveColor: { key: 'selc', parse: parseSelectiveColor, format: formatSelectiveColor },
  colorLookup: { key: 'clrL', parse: parseColorLookup, format: formatColorLookup },
};

/** Blocks of adjustments that this project does not model. */
export const OTHER_ADJUSTMENT_KEYS = [
  'brit',
  'expA',
  'vibA',
  'blwh',
  'phfl',
  'nvrt',
  'post',
  'thrs',
  'grdm',
  'hue ',
  'clry',
  'grna',
] as const;

export function formatAdjustmentBlock<K extends AdjustmentKind>(
  adjustment: AdjustmentOf<K>,
): { key: string; bytes: Uint8Array } {
  const block: AdjustmentBlock<K> = ADJUSTMENT_BLOCKS[adjustment.kind as K];
  return { key: block.key, bytes: block.format(adjustment) };
}

/** What kind of adjustment a layer's blocks hold, if any that we model; and the adjustment, null when it is beyond our model. */
export function parseAdjustmentBlock(
  blocks: ReadonlyMap<string, Uint8Array>,
  records: ChannelRecords = RGB_RECORDS,
): { readonly kind: AdjustmentKind; readonly adjustment: Adjustment | null } | null {
  for (const kind of Object.keys(ADJUSTMENT_BLOCKS) as AdjustmentKind[]) {
    const { key, parse } = ADJUSTMENT_BLOCKS[kind];
    const bytes = blocks.get(key);
    if (bytes) return { kind, adjustment: parse(bytes, records) };
  }
  return null;
}
