/** What Photoshop rendered against what the engine predicts, in 8-bit levels. */
import type { AdjustmentStack } from '../engine/adjustments';
import { createStackMapper, renderStack8 } from '../engine/render/renderStack';
import { maxValue, MAX_16_BIT, toUnit, type HostPixels } from './readPixels';

export interface LevelDifference {
  readonly maxLevels: number;
  readonly meanLevels: number;
}

/** What the host should show of `before` under the stack, on the grid of its depth. */
export function predict(before: HostPixels, stack: AdjustmentStack): HostPixels {
  if (before.data instanceof Uint8Array) return { ...before, data: renderStack8(before.data, 3, stack) };
  const values = toUnit(before);
  createStackMapper(stack)(values, values, values.length / 3);
  return { ...before, data: Uint16Array.from(values, (value) => Math.round(value * MAX_16_BIT)) };
}

/** @returns null when the pictures are not of the same pixels, or there are none. */
export function compareWithPrediction(
  before: readonly HostPixels[],
  after: readonly HostPixels[],
  stack: AdjustmentStack,
): LevelDifference | null {
  let max = 0;
  let sum = 0;
  let count = 0;
  for (const [index, tile] of before.entries()) {
    const rendered = after[index];
    if (rendered?.data.length !== tile.data.length || rendered.bits !== tile.bits) return null;
    const predicted = predict(tile, stack);
    const toLevels = 255 / maxValue(tile.bits);
    for (let i = 0; i < predicted.data.length; i++) {
      const difference = Math.abs(predicted.data[i] - rendered.data[i]) * toLevels;
      if (difference > max) max = difference;
      sum += difference;
    }
    count += predicted.data.length;
  }
  return count === 0 ? null : { maxLevels: max, meanLevels: sum / count };
}
