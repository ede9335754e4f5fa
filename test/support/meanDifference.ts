import { createRgbToLab } from '../../src/engine/color/lab';
import { deltaE2000 } from '../../src/engine/metrics/deltaE';

/** Mean ΔE2000 between two lists of interleaved sRGB colors. */
export function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const toLab = createRgbToLab('srgb');
  const lab = new Float64Array(6);
  let sum = 0;
  for (let i = 0; i < a.length; i += 3) {
    toLab(a[i], a[i + 1], a[i + 2], lab, 0);
    toLab(b[i], b[i + 1], b[i + 2], lab, 3);
    sum += deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
  }
  return sum / (a.length / 3);
}
