/**
 * What the fitted look leaves of clean colors, as a smooth lattice added to it: biharmonic smoothness, a pull to zero
 * where the pair shows nothing. Only worth it where the samples hardly scatter about the look; else it would learn grain.
 */
import { within, type Task } from '../task';
import { binAtMost } from './binSamples';
import { FRAME_VALUES, createPerceptualFrame } from './perceptualFrame';
import type { PosteriorFit } from './fitPosterior';
import { mapColors } from './lookPosterior';
import { METRIC_VALUES } from './colorMetric';
import { fitSmoothLattice } from './smoothLattice';
import { latticeColors } from '../render/bakeLut';
import { addLatticeOffset } from '../render/latticeOffset';

/** Largest scatter of samples about the look, ΔE2000, at which the rest counts as structure. */
const MAX_SCATTER = 0.4;
const CELLS = { lightnessStep: 0.025, chromaStep: 0.014 } as const;
const MAX_BINS = 3000;
const LATTICE = { sizes: [5, 9, 17], smoothness: 3e-7, pullToZero: 3e-4 } as const;

/** @param values the look at the nodes of a lattice of `size`, changed in place */
export function* addResidualLattice(
  { posterior, corrected, scatter }: PosteriorFit,
  size: number,
  values: Float64Array,
): Task<void> {
  if (scatter > MAX_SCATTER) return;
  const bins = binAtMost(corrected, MAX_BINS, CELLS);
  yield { stage: 'fit.lattice', fraction: 0 };
  const mapped = new Float64Array(3 * bins.count);
  yield* within(mapColors(posterior, bins.digital, mapped, bins.count), 0, 0.2);
  const frameAt = createPerceptualFrame(bins.space);
  const f = new Float64Array(FRAME_VALUES);
  const metric = new Float64Array(METRIC_VALUES * bins.count);
  for (let i = 0; i < bins.count; i++) {
    frameAt(bins.film, 3 * i, f, 0);
    const product = (j: number, k: number) => f[j] * f[k] + f[3 + j] * f[3 + k] + f[6 + j] * f[6 + k];
    const form = [product(0, 0), product(1, 1), product(2, 2), product(0, 1), product(0, 2), product(1, 2)];
    metric.set(form, METRIC_VALUES * i);
  }
  const offset = bins.film.map((value, i) => value - mapped[i]);
  const data = { count: bins.count, at: bins.digital, offset, weight: bins.weight, metric };
  const lattice = yield* within(fitSmoothLattice(data, LATTICE), 0.2, 0.9);
  yield { stage: 'fit.lattice', fraction: 0.95 };
  const residual = { size: lattice.size, offsets: Float32Array.from(lattice.offsets) };
  const colors = latticeColors(size);
  const node = new Float64Array(3);
  for (let i = 0; i < colors.length; i += 3) {
    for (let c = 0; c < 3; c++) node[c] = values[i + c];
    addLatticeOffset(residual, colors[i], colors[i + 1], colors[i + 2], node);
    values.set(node, i);
  }
}
