/** What Photoshop rendered against what the engine predicts, in 8-bit levels. */
import type { AdjustmentStack } from '../engine/adjustments';
import { createStackMapper16, createStackMapper8 } from '../engine/render/renderStack';
import { maxValue, type HostPixels } from './readPixels';

export interface LevelDifference {
  readonly maxLevels: number;
  readonly meanLevels: number;
}

/** Renders what the host should show of a picture under the stack, on the grid of the picture's depth. */
export function createPrediction(stack: AdjustmentStack): (before: HostPixels) => HostPixels {
  const map8 = createStackMapper8(stack);
  const map16 = createStackMapper16(stack);
  return (before) => {
    const data = before.data.slice();
    if (data instanceof Uint8Array) map8(data, data, data.length / 3, 3);
    else map16(data, data, data.length / 3, 3);
    return { ...before, data };
  };
}

/** @returns null when the pictures are not of the same pixels, or there are none. */
export function compareWithPrediction(
  before: readonly HostPixels[],
  after: readonly HostPixels[],
  stack: AdjustmentStack,
): LevelDifference | null {
  const predict = createPrediction(stack);
  let max = 0;
  let sum = 0;
  let count = 0;
  for (const [index, tile] of before.entries()) {
    const rendered = after[index];
    if (rendered?.data.length !== tile.data.length || rendered.bits !== tile.bits) return null;
    const predicted = predict(tile);
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
