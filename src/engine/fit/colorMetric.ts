/**
 * The 3×3 metric that turns a small step of encoded RGB into ΔE2000²: the quadratic form of CIEDE2000 at a color, pulled
 * back through the Jacobian of RGB → CIELAB. Least squares with it minimizes ΔE to first order.
 *
 * The form comes from differences of the formula itself: its square is quadratic near zero, so six probes determine it.
 */
import { createRgbToLab } from '../color/lab';
import type { RgbSpaceId } from '../color/rgbSpace';
import { deltaE2000 } from '../metrics/deltaE';

/** Probe length in encoded RGB: small against the metric's own bends, large against rounding. */
const PROBE = 0.004;
/** Colors nearer than this to the ends of the range are measured here: the clipped side has no slope. */
const MARGIN = 0.01;

/** Six values a metric: xx, yy, zz, xy, xz, yz. */
export const METRIC_VALUES = 6;

/** @returns writes the metric at an encoded color to `out` at `offset` (METRIC_VALUES values, ΔE² per unit² of RGB) */
export function createColorMetric(
  space: RgbSpaceId,
): (red: number, green: number, blue: number, out: Float64Array, offset: number) => void {
  const toLab = createRgbToLab(space);
  const lab = new Float64Array(6);
  const color = new Float64Array(3);
  /** ΔE² between the points at ± step of the axes chosen by the signs, per squared probe length. */
  const probe = (r: number, g: number, b: number): number => {
    const h = PROBE / 2;
    toLab(color[0] - h * r, color[1] - h * g, color[2] - h * b, lab, 0);
    toLab(color[0] + h * r, color[1] + h * g, color[2] + h * b, lab, 3);
    const difference = deltaE2000(lab[0], lab[1], lab[2], lab[3], lab[4], lab[5]);
    return (difference / PROBE) ** 2;
  };
  const inside = (value: number): number => Math.max(MARGIN, Math.min(1 - MARGIN, value));
  return (red, green, blue, out, offset) => {
    color[0] = inside(red);
    color[1] = inside(green);
    color[2] = inside(blue);
    const xx = probe(1, 0, 0);
    const yy = probe(0, 1, 0);
    const zz = probe(0, 0, 1);
    out[offset] = xx;
    out[offset + 1] = yy;
    out[offset + 2] = zz;
    out[offset + 3] = (probe(1, 1, 0) - xx - yy) / 2;
    out[offset + 4] = (probe(1, 0, 1) - xx - zz) / 2;
    out[offset + 5] = (probe(0, 1, 1) - yy - zz) / 2;
  };
}
