/** What a look does along the gray axis, as three curves: the tone curve and the color cast in one picture. */
import { createLookMapper } from '../../engine/render/renderLook';
import type { Look } from '../../engine/look';

export interface GrayCurves {
  /** Outputs at equal steps of gray over [0, 1]. */
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

const STEPS = 65;

export function grayCurves(look: Look): GrayCurves {
  const source = new Float32Array(3 * STEPS);
  for (let i = 0; i < source.length; i++) source[i] = Math.floor(i / 3) / (STEPS - 1);
  const result = new Float32Array(3 * STEPS);
  createLookMapper(look)(source, result, STEPS);
  const channel = (c: number) => Float32Array.from({ length: STEPS }, (_, i) => result[3 * i + c]);
  return { red: channel(0), green: channel(1), blue: channel(2) };
}
