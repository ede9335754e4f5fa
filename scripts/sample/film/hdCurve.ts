/**
 * The characteristic curve of a photographic layer (Hurter and Driffield, Photochemical Investigations, 1890): density over the
 * decimal logarithm of exposure. Toe and shoulder are softplus functions, so that the curve is smooth, rises everywhere, and
 * has slope gamma on its straight part.
 */

/** Exposures are decimal logarithms over that of a medium gray; densities are D = log10(1/T). */
export interface HdCurve {
  /** Density of the unexposed layer: base, fog and mask. */
  readonly minimum: number;
  /** Slope of the straight line. */
  readonly gamma: number;
  /** Where the straight line begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Softness of toe and shoulder, in the units of the exposure axis. */
  readonly toe: number;
  readonly shoulder: number;
}

/** Density at a logarithm of exposure: from `minimum` up to `minimum + gamma · (to − from)`. */
export function densityAt(curve: HdCurve, logExposure: number): number {
  const above = softplus(logExposure - curve.from, curve.toe);
  const beyond = softplus(logExposure - curve.to, curve.shoulder);
  return curve.minimum + curve.gamma * (above - beyond);
}

/** max(0, x), rounded off over a range of about ± 3 · softness. */
function softplus(x: number, softness: number): number {
  const t = x / softness;
  // Far out the logarithm is its asymptote; exp would overflow.
  if (t > 30) return x;
  return softness * Math.log1p(Math.exp(t));
}
