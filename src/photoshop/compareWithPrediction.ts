/** What Photoshop rendered against what the engine predicts, in 8-bit levels. */
import type { AdjustmentStack } from '../engine/adjustments';
import { createStackMapper16, createStackMapper8 } from '../engine/render/renderStack';
import { maxValue, type HostPixels } from './readPixels';

export interface LevelDifference {
  readonly maxLevels: number;
  readonly meanLevels: number;
}

/** What the host should show of pictures of one depth under the stack. */
export function predict(before: readonly HostPixels[], stack: AdjustmentStack): HostPixels[] {
  if (before.every(({ bits }) => bits === 8)) {
    const map = createStackMapper8(stack);
    return before.map((picture) => {
      const data = Uint8Array.from(picture.data);
      map(data, data, data.length / 3, 3);
      return { ...picture, data };
    });
  }
  const map = createStackMapper16(stack);
  return before.map((picture) => {
    const data = Uint16Array.from(picture.data);
    map(data, data, data.length / 3, 3);
    return { ...picture, data };
  });
}

/** @returns null when the pictures are not of the same pixels, or there are none. */
export function compareWithPrediction(
  predicted: readonly HostPixels[],
  rendered: readonly HostPixels[],
): LevelDifference | null {
  let max = 0;
  let sum = 0;
  let count = 0;
  for (const [index, { data, bits }] of predicted.entries()) {
    const other = rendered[index];
    if (other?.data.length !== data.length || other.bits !== bits) return null;
    const toLevels = 255 / maxValue(bits);
    for (let i = 0; i < data.length; i++) {
      const difference = Math.abs(data[i] - other.data[i]) * toLevels;
      if (difference > max) max = difference;
      sum += difference;
    }
    count += data.length;
  }
  return count === 0 ? null : { maxLevels: max, meanLevels: sum / count };
}
