import type { DifferenceSummary } from './differenceSummary';

/**
 * Mean, median, 95th percentile and maximum of weighted values.
 * @param values any order; left as they are
 * @param weights as many, ≥ 0; without them every value counts the same
 * @throws RangeError when no value has weight
 */
export function summarize(values: Float32Array, weights?: Float32Array): DifferenceSummary {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  order.sort((i, j) => values[i] - values[j]);
  let total = 0;
  let sum = 0;
  let max = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights ? weights[i] : 1;
    if (!(weight > 0)) continue;
    total += weight;
    sum += weight * values[i];
    max = Math.max(max, values[i]);
  }
  if (!(total > 0)) throw new RangeError('Expected at least one value with weight to summarize, got none.');
  const quantile = (share: number): number => {
    let seen = 0;
    for (const i of order) {
      seen += weights ? Math.max(0, weights[i]) : 1;
      if (seen >= share * total) return values[i];
    }
    return max;
  };
  return { mean: sum / total, median: quantile(0.5), p95: quantile(0.95), max };
}
