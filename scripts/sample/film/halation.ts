/**
 * Halation: light that passed the emulsion is thrown back by the film base and exposes the layers again from behind, the red one
 * first, in a ring round bright spots. The spread is the sum of two Gaussians, a near and a far one.
 */
import { gaussianBlur } from '../picture/gaussianBlur';
import type { Triple } from './filmModel';

const NEAR_WEIGHT = 0.65;
const FAR_OVER_NEAR = 3.2;

/** Adds the light thrown back to an exposure of 3 values a pixel; `share` is the part of the light for each layer. */
export function addHalation(
  exposure: Float32Array,
  width: number,
  height: number,
  share: Readonly<Triple>,
  radiusPx: number,
): Float32Array {
  const near = gaussianBlur(exposure, width, height, radiusPx);
  const far = gaussianBlur(exposure, width, height, FAR_OVER_NEAR * radiusPx);
  return exposure.map((value, i) => {
    const spread = NEAR_WEIGHT * near[i] + (1 - NEAR_WEIGHT) * far[i];
    return value + share[i % 3] * spread;
  });
}
