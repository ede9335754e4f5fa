/** Color samples of one or several pairs of the same stock → the look. */
import { METRIC_VALUES, createColorMetric } from './colorMetric';
import { neutralLook, type Look } from '../look';
import { latticeColors } from '../render/bakeLut';
import type { ColorSamples } from '../sample/colorSamples';
import type { EstimateWarning } from '../estimation';
import type { Task } from '../task';
import { UserError } from '../userError';
import { binSamples } from './binSamples';
import { decomposeLook } from './decomposeLook';
import { fitSmoothLattice } from './smoothLattice';

export interface FitOptions {
  readonly name: string;
}

export interface FitDiagnostics {
  readonly bins: number;
  readonly warnings: readonly EstimateWarning[];
}

export interface LookFit {
  readonly value: Look;
  readonly diagnostics: FitDiagnostics;
}

const LOOK_LATTICE_SIZE = 33;

/**
 * @throws UserError `fit.too-few-samples` when the pairs hold too little to fit anything
 */
export function* fitLook(pairs: readonly ColorSamples[], options: FitOptions): Task<LookFit> {
  const bins = binSamples(pairs);
  if (bins.count === 0) throw new UserError('fit.too-few-samples', { found: 0, needed: 1 });
  const metricAt = createColorMetric(bins.space);
  const metric = new Float64Array(METRIC_VALUES * bins.count);
  for (let i = 0; i < bins.count; i++) {
    metricAt(bins.film[3 * i], bins.film[3 * i + 1], bins.film[3 * i + 2], metric, METRIC_VALUES * i);
  }
  const offset = bins.film.map((value, i) => value - bins.digital[i]);
  if (offset.every((value) => Math.abs(value) < 0.5 / 255)) {
    return { value: neutralLook(bins.space, options.name), diagnostics: { bins: bins.count, warnings: [] } };
  }
  const lattice = yield* fitSmoothLattice(
    {
      count: bins.count,
      at: bins.digital,
      offset,
      weight: bins.weight,
      metric,
    },
    { sizes: [5, 9, 17, 33] },
  );
  const values = Float64Array.from(latticeColors(LOOK_LATTICE_SIZE));
  for (let i = 0; i < values.length; i++) values[i] += lattice.offsets[i];
  const mapping = { size: LOOK_LATTICE_SIZE, values, space: bins.space };
  return {
    value: decomposeLook(mapping, { name: options.name, monochrome: false }),
    diagnostics: { bins: bins.count, warnings: [] },
  };
}
