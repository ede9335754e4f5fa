/**
 * How much of the misfit is noise, by cross-validation: the deviation with which colors that were left out are told best
 * by the others. Folds are whole scenes where there are several, else clusters of neighbouring colors: never single bins,
 * whose neighbours would give the answer away.
 */
import type { Task } from '../task';
import { colorClusters } from './colorClusters';
import type { ColorBins } from './colorBins';
import { solveGaussianSystem, type GaussianEquations, type GaussianSolution } from './gaussianSystem';
import { PLACE_VALUES, createLookKernel, type LookKernelOptions } from './lookKernel';
import { subsetEquations } from './subsetEquations';

/** Deviations in ΔE2000 of a bin of mean weight. */
const CANDIDATES = [0.25, 0.5, 1, 2] as const;
const FOLDS = 4;
/** So many bins are enough to choose one number; heavy and light ones alike, since the light ones are the noisy ones. */
const MAX_BINS = 120;
/** New scenes are further from the learned colors than a fold is: of nearly equal ones the smoothest is taken. */
const AS_GOOD = 1.04;

export function* chooseNoise(
  bins: ColorBins,
  equations: GaussianEquations,
  kernel: LookKernelOptions,
  deviation: Float64Array,
): Task<number> {
  const byWeight = Array.from({ length: bins.count }, (_, i) => i).sort(
    (i, j) => bins.weight[j] - bins.weight[i] || i - j,
  );
  const stride = Math.max(1, bins.count / MAX_BINS);
  const chosen = byWeight.filter((_, i) => Math.floor((i + 1) / stride) > Math.floor(i / stride));
  const scenes = new Set(chosen.map((i) => bins.pair[i])).size;
  const folds = scenes > 1 ? Array.from(bins.pair, (pair) => pair % FOLDS) : colorClusters(bins, FOLDS);
  const misfits: number[] = [];
  for (const [index, noise] of CANDIDATES.entries()) {
    let misfit = 0;
    for (let fold = 0; fold < FOLDS; fold++) {
      const left = chosen.filter((i) => folds[i] === fold);
      const kept = chosen.filter((i) => folds[i] !== fold);
      if (left.length === 0 || kept.length === 0) continue;
      const known = subsetEquations(equations, kept);
      const solved = yield* solveGaussianSystem(known, { kernel, noise, deviation, rounds: 1 });
      misfit += heldOutMisfit(subsetEquations(equations, left), known, solved, kernel);
    }
    misfits.push(misfit);
    yield { stage: 'fit.validate', fraction: (index + 1) / CANDIDATES.length };
  }
  const least = Math.min(...misfits);
  return (
    [...CANDIDATES].reverse().find((_, i) => misfits[misfits.length - 1 - i] <= AS_GOOD * least) ??
    CANDIDATES[1]
  );
}

/** Sum of the lengths of the misfits: lengths, not squares, so that an outlier does not decide. */
function heldOutMisfit(
  left: GaussianEquations,
  known: GaussianEquations,
  { unknowns, alpha }: GaussianSolution,
  options: LookKernelOptions,
): number {
  const kernel = createLookKernel(options);
  const covariance = new Float64Array(3);
  const rest = new Float64Array(3);
  const width = left.unknowns + 1;
  let sum = 0;
  for (let i = 0; i < left.count; i++) {
    for (let output = 0; output < 3; output++) {
      const row = left.rows[output].subarray(i * width, (i + 1) * width);
      rest[output] = row[left.unknowns];
      for (let k = 0; k < left.unknowns; k++) rest[output] -= row[k] * unknowns[k];
    }
    for (let j = 0; j < known.count; j++) {
      kernel.all(left.places, PLACE_VALUES * i, known.places, PLACE_VALUES * j, covariance);
      for (let output = 0; output < 3; output++) rest[output] -= covariance[output] * alpha[3 * j + output];
    }
    sum += Math.hypot(rest[0], rest[1], rest[2]);
  }
  return sum;
}
