/** What several pairs say of one film's halation: those that show highlights, the surer ones counting more. */
import type { HalationModel } from '../look';
import type { HalationEstimate } from './estimateHalation';

export interface PooledHalation extends HalationEstimate {
  /** Index of the pair that shows it best. */
  readonly shown: number;
}

/** @param estimates one a pair, at least one */
export function poolHalation(estimates: readonly HalationEstimate[]): PooledHalation {
  const shown = estimates.reduce(
    (best, { diagnostics }, i) => (diagnostics.pixels > estimates[best].diagnostics.pixels ? i : best),
    0,
  );
  const found = estimates.flatMap(({ value, diagnostics }) => (value ? [{ value, ...diagnostics }] : []));
  // A pair with highlights and no glow speaks against the others; one without highlights says nothing.
  const silent = estimates.filter(({ diagnostics }) => diagnostics.refusal === 'halation.none-seen').length;
  if (found.length === 0 || silent > found.length) {
    const own =
      ['halation.none-seen', 'halation.too-faint', 'halation.like-color']
        .map((code) => estimates.find(({ diagnostics }) => diagnostics.refusal === code))
        .find((estimate) => estimate !== undefined) ?? estimates[shown];
    return { value: null, diagnostics: own.diagnostics, shown };
  }
  const weights = found.map(({ uncertainty }) => 1 / Math.max(1e-4, uncertainty) ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (pick: (estimate: (typeof found)[number]) => number): number =>
    found.reduce((sum, estimate, i) => sum + weights[i] * pick(estimate), 0) / total;
  const value: HalationModel = {
    strength: mean((each) => each.value.strength),
    // Radii are compared by their ratio.
    radius: Math.exp(mean((each) => Math.log(each.value.radius))),
    tint: [1, mean((each) => each.value.tint[1]), 0],
  };
  return {
    value,
    diagnostics: {
      refusal: null,
      glow: [mean(({ glow }) => glow[0]), mean(({ glow }) => glow[1])],
      uncertainty: 1 / Math.sqrt(total),
      pixels: found.reduce((sum, { pixels }) => sum + pixels, 0),
      growth: mean(({ growth }) => growth),
      seen: value,
    },
    shown,
  };
}
