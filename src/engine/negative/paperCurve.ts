import type { PaperCurve } from './inversion';

/** k · ln(1 + exp(x / k)): zero on the left, x on the right, a bend of width k between. */
function softRamp(x: number, k: number): number {
  const t = x / k;
  return t > 30 ? x : k * Math.log1p(Math.exp(t));
}

/** The paper's density where a density of `wanted` would be right: the same in the middle, bent at white and at black. */
export function paperDensity(wanted: number, { blackDensity, toe, shoulder }: PaperCurve): number {
  return softRamp(wanted, shoulder) - softRamp(wanted - blackDensity, toe);
}
