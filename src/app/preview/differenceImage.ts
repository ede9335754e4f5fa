/**
 * Where two pictures differ and how much, as a picture: ΔE2000 from 0 to 20 on a ramp from dark blue over gray to
 * yellow, which reads the same with every kind of color vision (after J. R. Nuñez et al., “Optimizing colormaps with
 * consideration for color vision deficiency”, 2018). Where the film frame does not reach, the picture is black.
 */
import { createRgbToLab } from '../../engine/color/lab';
import { rgbImage, type Plane, type RgbImage } from '../../engine/image/rgbImage';
import { deltaE2000 } from '../../engine/metrics/deltaE';
import type { Task } from '../../engine/task';

/** ΔE2000 at the bright end of the ramp. */
export const DIFFERENCE_FULL_SCALE = 20;

/** Encoded sRGB at equal steps of the ramp. */
const RAMP = [
  [0.0, 0.13, 0.3],
  [0.25, 0.3, 0.42],
  [0.49, 0.48, 0.47],
  [0.74, 0.68, 0.39],
  [1.0, 0.92, 0.27],
] as const;

const ROWS_PER_STEP = 8;
/** Below this trust a pixel is not compared. */
const MIN_TRUST = 0.02;

/** @param trust of the same size as the pictures, in [0, 1] */
export function* differenceImage(a: RgbImage, b: RgbImage, trust: Plane): Task<RgbImage> {
  const { width, height } = a;
  const result = rgbImage(width, height, 'srgb');
  const toLab = createRgbToLab(a.space);
  const lab = new Float64Array(6);
  for (let y = 0; y < height; y++) {
    for (let i = y * width; i < (y + 1) * width; i++) {
      if (trust.data[i] < MIN_TRUST) continue;
      toLab(a.data[3 * i], a.data[3 * i + 1], a.data[3 * i + 2], lab, 0);
      toLab(b.data[3 * i], b.data[3 * i + 1], b.data[3 * i + 2], lab, 3);
      paint(
        result.data,
        3 * i,
        deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]) / DIFFERENCE_FULL_SCALE,
      );
    }
    if (y % ROWS_PER_STEP === 0) yield { stage: 'preview', fraction: y / height };
  }
  return result;
}

function paint(target: Float32Array, offset: number, share: number): void {
  const position = Math.min(1, Math.max(0, share)) * (RAMP.length - 1);
  const index = Math.min(RAMP.length - 2, Math.floor(position));
  const mix = position - index;
  for (let c = 0; c < 3; c++) {
    target[offset + c] = RAMP[index][c] * (1 - mix) + RAMP[index + 1][c] * mix;
  }
}
