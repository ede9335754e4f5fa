/** The look along the gray axis as three curves: all that formats without a lattice can say. */
import type { Look } from '../engine/look';
import { createLookMapper } from '../engine/render/renderLook';
import { evaluateSpline, naturalSpline } from '../engine/render/naturalSpline';
import type { CurvePoints } from '../engine/adjustments';
import type { ColorMapper } from './roundTrip';

/** Denser in the shadows, where film bends most; at most the 16 points that Photoshop's dialog takes. */
const INPUTS = [0, 12, 24, 40, 56, 76, 96, 120, 144, 168, 192, 212, 232, 255] as const;

/** Red, green and blue; integer codes 0…255. */
export function grayCurves(look: Look): readonly [CurvePoints, CurvePoints, CurvePoints] {
  const grays = Float32Array.from({ length: 3 * INPUTS.length }, (_, i) => INPUTS[Math.floor(i / 3)] / 255);
  const mapped = new Float32Array(grays.length);
  createLookMapper(look)(grays, mapped, INPUTS.length);
  const curve = (c: number): CurvePoints =>
    INPUTS.map((input, i) => ({ input, output: Math.round(255 * mapped[3 * i + c]) }));
  return [curve(0), curve(1), curve(2)];
}

/** What a program with natural splines makes of the curves. */
export function curvesMapper(curves: readonly CurvePoints[]): ColorMapper {
  const splines = curves.map(naturalSpline);
  return (source, target, count) => {
    for (let i = 0; i < 3 * count; i++) {
      const value = evaluateSpline(splines[i % 3], 255 * source[i]) / 255;
      target[i] = Math.min(1, Math.max(0, value));
    }
  };
}

export const CURVES_ONLY =
  'Only the curves along the gray axis are kept: hue shifts, saturation and mixing of channels are lost.';
