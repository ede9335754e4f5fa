/**
 * The gamma of Levels: a power law whose slope Photoshop limits in the deepest shadows when gamma is above 1.25.
 * The exact rule is not known; a cubic from slope 2.3γ − 0.6 at black to the point where the power law has slope 1.43
 * stays within one level of what was measured.
 */
const TOE_FROM_GAMMA = 1.25;
const TOE_TO_GAMMA = 3;
const SLOPE_AT_JOIN = 1.43;

/** `value` and result in [0, 1]. */
export function levelsGamma(value: number, gamma: number): number {
  if (gamma > TOE_FROM_GAMMA && gamma < TOE_TO_GAMMA) {
    const join = Math.pow(gamma * SLOPE_AT_JOIN, -gamma / (gamma - 1));
    if (value < join) {
      const u = value / join;
      const start = (u * u * u - 2 * u * u + u) * join * (2.3 * gamma - 0.6);
      const end = (3 * u * u - 2 * u * u * u) * Math.pow(join, 1 / gamma);
      return start + end + (u * u * u - u * u) * join * SLOPE_AT_JOIN;
    }
  }
  // Twice as fast as Math.pow, and equal to the last bit but one.
  return value > 0 ? Math.exp(Math.log(value) / gamma) : 0;
}
