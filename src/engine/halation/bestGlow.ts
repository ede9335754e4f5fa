/** Which of the tried radii fits best, and how sure its strength is. */
import type { GlowFit } from './fitGlow';
import { GLOW_PARTS } from './glowSamples';

export interface BestGlow {
  /** Shares of the light in the glow. */
  readonly red: number;
  readonly green: number;
  /** As share of the long edge. */
  readonly radius: number;
}

/**
 * The radius of the lowest cost, between the tried ones by a parabola over the logarithm; shares interpolated alike.
 * @param fits one a radius
 * @param left index of the part of the picture that is left out; −1 for none
 */
export function bestGlow(radii: readonly number[], fits: readonly GlowFit[], left = -1): BestGlow {
  const costs = fits.map(({ cost }) => cost.reduce((sum, value, k) => (k === left ? sum : sum + value), 0));
  const glowOf = (i: number) => (left < 0 ? fits[i].glow : fits[i].withoutPart[left]);
  let best = 0;
  costs.forEach((cost, i) => {
    if (cost < costs[best]) best = i;
  });
  const [red, green] = glowOf(best);
  if (best === 0 || best === fits.length - 1) return { red, green, radius: radii[best] };
  const [a, b, c] = [costs[best - 1], costs[best], costs[best + 1]];
  const shift = Math.max(-0.5, Math.min(0.5, (0.5 * (a - c)) / (a - 2 * b + c || 1)));
  const other = shift < 0 ? best - 1 : best + 1;
  const t = Math.abs(shift);
  const [otherRed, otherGreen] = glowOf(other);
  return {
    red: red + t * (otherRed - red),
    green: green + t * (otherGreen - green),
    radius: radii[best] * (radii[other] / radii[best]) ** t,
  };
}

/**
 * Standard error of red's share, from what is found without each part of the picture in turn (jackknife: Quenouille,
 * Problems in Plane Sampling, 1949; Tukey 1958).
 */
export function strengthError(radii: readonly number[], fits: readonly GlowFit[]): number {
  const reds = Array.from({ length: GLOW_PARTS }, (_, k) => bestGlow(radii, fits, k).red);
  const mean = reds.reduce((sum, red) => sum + red, 0) / GLOW_PARTS;
  const squares = reds.reduce((sum, red) => sum + (red - mean) ** 2, 0);
  return Math.sqrt(((GLOW_PARTS - 1) / GLOW_PARTS) * squares);
}
