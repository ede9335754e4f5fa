/** Color samples of one or several pairs of the same stock → the look, and what of each frame is not the look. */
import type { EstimateWarning, FrameNuisances } from '../estimation';
import { neutralLook, type Look } from '../look';
import { latticeColors } from '../render/bakeLut';
import type { ColorSamples } from '../sample/colorSamples';
import { within, type Task } from '../task';
import { addResidualLattice } from './addResidualLattice';
import { binSamples } from './binSamples';
import { decomposeLookTask } from './decomposeLook';
import type { FilmPriorKind } from './filmPrior';
import { fitPosterior } from './fitPosterior';
import { frameNuisances, NO_NUISANCES } from './frameNuisances';
import { mapColors } from './lookPosterior';
import { requireUsableSamples } from './requireUsableSamples';

export interface FitOptions {
  readonly name: string;
  /** How much each pair counts, ≥ 0; a pair of 0 is left out. @default 1 each */
  readonly pairWeights?: readonly number[];
}

export interface FitDiagnostics {
  readonly bins: number;
  readonly kind: FilmPriorKind;
  /** ΔE2000 of a bin of mean weight that counts as noise; chosen by cross-validation. 0: nothing had to be fitted. */
  readonly noise: number;
  /** One a pair; null for pairs that were left out. */
  readonly nuisances: readonly (FrameNuisances | null)[];
  readonly warnings: readonly EstimateWarning[];
}

export interface LookFit {
  readonly value: Look;
  readonly diagnostics: FitDiagnostics;
}

const LOOK_LATTICE_SIZE = 33;
/** Half a level of 8 bits. */
const NO_DIFFERENCE = 0.5 / 255;

/**
 * @throws UserError `fit.too-few-samples`, `fit.too-few-colors` when the pairs hold too little to fit anything
 * @throws RangeError when weights and pairs do not go together, or all pairs are left out
 */
export function* fitLook(pairs: readonly ColorSamples[], options: FitOptions): Task<LookFit> {
  const used = pairs.flatMap((samples, index) => {
    const weight = weightOf(options, index);
    return weight > 0 ? [{ index, samples: weighted(samples, weight) }] : [];
  });
  if (used.length === 0)
    throw new RangeError('Expected at least one pair with weight to fit a look to, got none.');
  const samples = used.map((pair) => pair.samples);
  requireUsableSamples(samples);
  const nuisances: (FrameNuisances | null)[] = pairs.map(() => null);
  if (isUnchanged(samples)) {
    for (const { index } of used) nuisances[index] = NO_NUISANCES;
    return {
      value: neutralLook(samples[0].space, options.name),
      diagnostics: { bins: binSamples(samples).count, kind: 'color', noise: 0, nuisances, warnings: [] },
    };
  }
  yield { stage: 'fit.light', fraction: 0 };
  const fit = yield* within(fitPosterior(samples), 0, 0.7);
  used.forEach(({ index }, k) => {
    nuisances[index] = frameNuisances(
      fit.light.light(k),
      fit.light.lab(k),
      fit.light.field(k),
      used.length > 1,
    );
  });
  const colors = latticeColors(LOOK_LATTICE_SIZE);
  const values = new Float64Array(colors.length);
  yield* within(mapColors(fit.posterior, colors, values, LOOK_LATTICE_SIZE ** 3), 0.7, 0.85);
  yield* within(addResidualLattice(fit, LOOK_LATTICE_SIZE, values), 0.85, 0.95);
  const mapping = { size: LOOK_LATTICE_SIZE, values, space: fit.bins.space };
  const decomposition = { name: options.name, monochrome: fit.kind === 'monochrome' };
  return {
    value: yield* within(decomposeLookTask(mapping, decomposition), 0.95, 1),
    diagnostics: { bins: fit.bins.count, kind: fit.kind, noise: fit.noise, nuisances, warnings: [] },
  };
}

function weightOf({ pairWeights }: FitOptions, index: number): number {
  const weight = pairWeights?.[index] ?? 1;
  if (!(weight >= 0)) throw new RangeError(`Expected weights of pairs of 0 or more, got ${weight}.`);
  return weight;
}

/** A bin weighs the square root of its samples. */
function weighted(samples: ColorSamples, weight: number): ColorSamples {
  if (weight === 1) return samples;
  return { ...samples, weight: samples.weight.map((w) => w * weight * weight) };
}

function isUnchanged(pairs: readonly ColorSamples[]): boolean {
  const bins = binSamples(pairs);
  return bins.film.every((value, i) => Math.abs(value - bins.digital[i]) < NO_DIFFERENCE);
}
