/**
 * The linear map from a small step of encoded RGB to what is seen of it: lightness, a and b in units of CIEDE2000, at one
 * color. Fits that work in these units minimize ΔE2000 to first order.
 *
 * Chroma and hue differences are scaled alike, by the geometric mean of their weights S_C and S_H: then the two axes of
 * the chroma plane stay what they are for all hues, and functions of hue stay smooth in them.
 */
import { createRgbToLab } from '../color/lab';
import type { RgbSpaceId } from '../color/rgbSpace';

/** Half of the difference quotient's step in encoded RGB. */
const STEP = 0.004;
/** Colors nearer than this to the ends of the range are measured here: beyond, the range has no slope. */
const MARGIN = 0.012;

/** Values of one frame: 3 × 3, row-major; rows lightness, a, b. */
export const FRAME_VALUES = 9;

/**
 * ΔE2000 of a unit of CIELAB's a and b at a color: a is stretched near gray, both shrink with chroma.
 * @param out takes both at `offset`
 */
export function opponentScales(a: number, b: number, out: Float64Array, offset: number): void {
  const c7 = Math.hypot(a, b) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(c7 / (c7 + 25 ** 7));
  const chroma = Math.hypot(stretch * a, b);
  const scale = 1 / Math.sqrt((1 + 0.045 * chroma) * (1 + 0.015 * chroma));
  out[offset] = stretch * scale;
  out[offset + 1] = scale;
}

/** @returns writes the frame at the encoded color at `rgb[at]` to `out[offset]` */
export function createPerceptualFrame(
  space: RgbSpaceId,
): (rgb: ArrayLike<number>, at: number, out: Float64Array, offset: number) => void {
  const toLab = createRgbToLab(space);
  const color = new Float64Array(3);
  const lab = new Float64Array(6);
  const scales = new Float64Array(2);
  return (rgb, at, out, offset) => {
    for (let c = 0; c < 3; c++) color[c] = Math.max(MARGIN, Math.min(1 - MARGIN, rgb[at + c]));
    toLab(color[0], color[1], color[2], lab, 0);
    const [lightness, a, b] = lab;
    const fromMiddle = (lightness - 50) ** 2;
    const lightnessScale = 1 / (1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle));
    opponentScales(a, b, scales, 0);
    const [aScale, bScale] = scales;
    for (let c = 0; c < 3; c++) {
      const value = color[c];
      color[c] = value - STEP;
      toLab(color[0], color[1], color[2], lab, 0);
      color[c] = value + STEP;
      toLab(color[0], color[1], color[2], lab, 3);
      color[c] = value;
      out[offset + c] = ((lab[3] - lab[0]) / (2 * STEP)) * lightnessScale;
      out[offset + 3 + c] = ((lab[4] - lab[1]) / (2 * STEP)) * aScale;
      out[offset + 6 + c] = ((lab[5] - lab[2]) / (2 * STEP)) * bScale;
    }
  };
}
