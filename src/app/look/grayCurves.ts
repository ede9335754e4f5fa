/** What a look does along the gray axis: the tone curve and the color cast in one picture. */
import type { Look } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';
import { CHANNEL_WEIGHTS } from './histogram';
import { CURVE_NAMES, type CurveName } from './lookEdits';

/** Outputs at equal steps of gray over [0, 1]; `tone` is the luma of the three channels. */
export type GrayCurves = Readonly<Record<CurveName, Float32Array>>;

const STEPS = 65;

export function grayCurves(look: Look): GrayCurves {
  const source = new Float32Array(3 * STEPS);
  for (let i = 0; i < source.length; i++) source[i] = Math.floor(i / 3) / (STEPS - 1);
  const result = new Float32Array(3 * STEPS);
  createLookMapper(look)(source, result, STEPS);
  const curve = (name: CurveName) => {
    const [red, green, blue] = CHANNEL_WEIGHTS[name];
    return Float32Array.from(
      { length: STEPS },
      (_, i) => red * result[3 * i] + green * result[3 * i + 1] + blue * result[3 * i + 2],
    );
  };
  return Object.fromEntries(CURVE_NAMES.map((name) => [name, curve(name)])) as Record<
    CurveName,
    Float32Array
  >;
}
