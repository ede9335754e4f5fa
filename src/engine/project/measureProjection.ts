/** How far a stack is from the look, in ΔE2000, as Photoshop would render it without roundings between the layers. */
import type { AdjustmentStack } from '../adjustments';
import { createRgbToLab } from '../color/lab';
import type { RgbSpaceId } from '../color/rgbSpace';
import { deltaE2000 } from '../metrics/deltaE';
import type { DifferenceSummary } from '../metrics/differenceSummary';
import { summarize } from '../metrics/summarize';
import type { Mapper } from '../render/mapper';
import { createStackMapper } from '../render/renderStack';
import type { WeightedColors } from './naturalPalette';

export function measureProjection(
  look: Mapper,
  stack: AdjustmentStack,
  { colors, weights }: WeightedColors,
  space: RgbSpaceId,
): DifferenceSummary {
  const count = weights.length;
  const wanted = new Float32Array(3 * count);
  const got = new Float32Array(3 * count);
  look(colors, wanted, count);
  createStackMapper(stack)(colors, got, count);
  const toLab = createRgbToLab(space);
  const p = new Float64Array(3);
  const q = new Float64Array(3);
  const differences = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    toLab(wanted[3 * i], wanted[3 * i + 1], wanted[3 * i + 2], p, 0);
    toLab(got[3 * i], got[3 * i + 1], got[3 * i + 2], q, 0);
    differences[i] = deltaE2000(p[0], p[1], p[2], q[0], q[1], q[2]);
  }
  return summarize(differences, Float32Array.from(weights));
}
