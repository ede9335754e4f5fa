/** The look by the model that was asked for: the staged film model, or an alternative baked to a lattice. */
import { latticeColors } from '../../render/bakeLut';
import type { ColorSamples } from '../../sample/colorSamples';
import type { Task } from '../../task';
import { binSamples } from '../binSamples';
import { decomposeLook } from '../decomposeLook';
import { fitLook, type FitOptions, type LookFit } from '../fitLook';
import { requireUsableSamples } from '../requireUsableSamples';
import { forest } from './forest';
import { labPolynomial } from './labPolynomial';
import { mlp } from './mlp';
import type { AlternativeId, ModelId, Regressor } from './regressor';
import { rootPolynomial } from './rootPolynomial';

export const REGRESSORS: Readonly<Record<AlternativeId, Regressor>> = {
  'root-polynomial': rootPolynomial,
  'lab-polynomial': labPolynomial,
  forest,
  mlp,
};

const SIZE = 33;
const NODES_PER_STEP = 2048;

/** @throws UserError `fit.too-few-samples`, `fit.too-few-colors` when the pairs hold too little to fit anything */
export function* fitModel(
  model: ModelId,
  pairs: readonly ColorSamples[],
  options: FitOptions,
): Task<LookFit> {
  return model === 'film' ? yield* fitLook(pairs, options) : yield* fitAlternative(model, pairs, options);
}

function* fitAlternative(
  model: AlternativeId,
  pairs: readonly ColorSamples[],
  { name, pairWeights }: FitOptions,
): Task<LookFit> {
  const used = pairs.filter((_, index) => (pairWeights?.[index] ?? 1) > 0);
  requireUsableSamples(used);
  const bins = binSamples(used);
  const map = yield* REGRESSORS[model](bins);
  const colors = latticeColors(SIZE);
  const values = new Float64Array(colors.length);
  for (let from = 0; from < SIZE ** 3; from += NODES_PER_STEP) {
    const to = Math.min(SIZE ** 3, from + NODES_PER_STEP);
    map(colors.subarray(3 * from, 3 * to), values.subarray(3 * from, 3 * to), to - from);
    yield { stage: 'fit', fraction: to / SIZE ** 3 };
  }
  // Beyond the seen colors polynomials run away; no film does.
  for (let i = 0; i < values.length; i++) values[i] = Math.min(1.1, Math.max(-0.1, values[i]));
  const look = decomposeLook({ size: SIZE, values, space: bins.space }, { name, monochrome: false });
  const nuisances = pairs.map(() => null);
  return {
    value: look,
    diagnostics: { bins: bins.count, kind: 'color', noise: 0, nuisances, warnings: [] },
  };
}
