/**
 * What one bin's misfit costs: a 3×3 upper triangular factor W with |W·δ|² = w · δᵀGδ, G the ΔE2000 metric at the
 * bin's film color. G is scaled to trace 3, so that it says which errors are seen and the bin's weight says how much
 * the bin counts.
 */
import type { ColorBins } from './colorBins';
import { METRIC_VALUES, createColorMetric } from './colorMetric';

/** Share of an even metric mixed in, against a direction that a nearly singular metric would leave free. */
const EVEN_SHARE = 0.05;

/** @returns six values a bin: W00, W01, W02, W11, W12, W22 */
export function whitenBins(bins: ColorBins): Float64Array {
  const metricAt = createColorMetric(bins.space);
  const g = new Float64Array(METRIC_VALUES);
  const factors = new Float64Array(6 * bins.count);
  for (let i = 0; i < bins.count; i++) {
    metricAt(bins.film[3 * i], bins.film[3 * i + 1], bins.film[3 * i + 2], g, 0);
    const scale = (3 * (1 - EVEN_SHARE) * bins.weight[i]) / (g[0] + g[1] + g[2]);
    const even = EVEN_SHARE * bins.weight[i];
    // Cholesky of G = LLᵀ; W = Lᵀ.
    const l00 = Math.sqrt(g[0] * scale + even);
    const l10 = (g[3] * scale) / l00;
    const l20 = (g[4] * scale) / l00;
    const l11 = Math.sqrt(Math.max(1e-12, g[1] * scale + even - l10 * l10));
    const l21 = (g[5] * scale - l20 * l10) / l11;
    const l22 = Math.sqrt(Math.max(1e-12, g[2] * scale + even - l20 * l20 - l21 * l21));
    factors.set([l00, l10, l20, l11, l21, l22], 6 * i);
  }
  return factors;
}
