import type { AdjustmentLayer, AdjustmentStack } from '../../engine/adjustments';
import { parseAdjustmentBlock } from './blocks/adjustmentBlocks';
import { readPsd } from './readPsd';

/**
 * The stack in a file that `writeStackPsd` has made: one group of adjustment layers.
 * @throws UserError `psd.…`; RangeError when a layer is beyond our model
 */
export function readStack(bytes: Uint8Array): AdjustmentStack {
  const { layers } = readPsd(bytes);
  const group = layers.find(({ section }) => section === 'group');
  const adjustments = layers.flatMap(({ name, opacity, blocks }): AdjustmentLayer[] => {
    const found = parseAdjustmentBlock(blocks);
    if (!found) return [];
    if (!found.adjustment) throw new RangeError(`The layer “${name}” cannot be read back.`);
    return [{ name, adjustment: found.adjustment, opacity: (100 * opacity) / 255 }];
  });
  return { name: group?.name ?? '', layers: adjustments, opacity: (100 * (group?.opacity ?? 255)) / 255 };
}
