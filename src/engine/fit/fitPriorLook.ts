/**
 * Bins → coefficients of the film prior: maximum a posteriori by iteratively reweighted least squares (bins further off
 * than 2.5 robust deviations lose weight), the noise level chosen by cross-validation over clusters of neighbouring
 * colors: never over single bins, whose neighbours would give the answer away.
 */
import { RidgeSystem } from '../math/ridgeSystem';
import type { Task } from '../task';
import { colorClusters } from './colorClusters';
import type { ColorBins } from './colorBins';
import type { FilmPrior } from './filmPrior';
import { LookModel } from './lookModel';
import { whitenBins } from './whitenBins';

const FOLDS = 4;
const ROBUST_ROUNDS = 2;
const ROBUST_DEVIATIONS = 2.5;
export const NOISE_CANDIDATES: readonly number[] = [0.004, 0.007, 0.012, 0.02];

export interface PriorFit {
  readonly model: LookModel;
  /** Robust factor in (0, 1] a bin. */
  readonly trust: Float64Array;
  /** Cross-validated root mean square misfit, whitened (about encoded units). */
  readonly crossValidation: number;
  readonly noise: number;
  /** Cholesky factor of the posterior precision of the coefficients. */
  readonly factor: Float64Array;
}

export function* fitPriorLook(bins: ColorBins, prior: FilmPrior): Task<PriorFit> {
  const m = prior.components;
  const model = new LookModel(prior);
  const whitening = whitenBins(bins);
  const rows = new Float64Array(3 * m * bins.count);
  const wanted = new Float64Array(3 * bins.count);
  const mean = new Float64Array(3);
  for (let i = 0; i < bins.count; i++) {
    const block = rows.subarray(3 * m * i, 3 * m * (i + 1));
    model.features(bins.digital, 3 * i, mean, block, m);
    for (let c = 0; c < 3; c++) wanted[3 * i + c] = bins.film[3 * i + c] - bins.digital[3 * i + c] - mean[c];
    whitenRows(whitening, i, block, m, wanted);
    if (i % 64 === 63) yield { stage: 'fit.features', fraction: i / bins.count };
  }
  const deviation = new Float64Array(m).fill(1);
  const trust = new Float64Array(bins.count).fill(1);
  const folds = colorClusters(bins, FOLDS);
  let noise = NOISE_CANDIDATES[1];
  let crossValidation = Infinity;
  let factor = new Float64Array(0);
  for (let round = 0; round <= ROBUST_ROUNDS; round++) {
    const parts = yield* accumulate(rows, wanted, trust, folds, m);
    if (round === 0) {
      for (const candidate of NOISE_CANDIDATES) {
        const score = yield* crossValidate(parts, rows, wanted, folds, candidate, deviation);
        if (score < crossValidation) {
          crossValidation = score;
          noise = candidate;
        }
      }
    }
    const solved = yield* parts[0].plus(parts.slice(1)).solve(noise, deviation);
    factor = Float64Array.from(solved.factor);
    model.setCoefficients(solved.solution);
    if (round < ROBUST_ROUNDS) reweigh(rows, wanted, solved.solution, bins.weight, trust);
    yield { stage: 'fit.look', fraction: (round + 1) / (ROBUST_ROUNDS + 1) };
  }
  return { model, trust, crossValidation, noise, factor };
}

/** Multiplies the three rows of bin `i` and its wanted value by the bin's whitening factor. */
export function whitenRows(
  whitening: Float64Array,
  i: number,
  rows: Float64Array,
  stride: number,
  wanted: Float64Array,
): void {
  const [w00, w01, w02, w11, w12, w22] = whitening.subarray(6 * i, 6 * i + 6);
  for (let k = 0; k < stride; k++) {
    const b = rows[2 * stride + k];
    const g = rows[stride + k];
    rows[k] = w00 * rows[k] + w01 * g + w02 * b;
    rows[stride + k] = w11 * g + w12 * b;
    rows[2 * stride + k] = w22 * b;
  }
  const at = 3 * i;
  wanted[at] = w00 * wanted[at] + w01 * wanted[at + 1] + w02 * wanted[at + 2];
  wanted[at + 1] = w11 * wanted[at + 1] + w12 * wanted[at + 2];
  wanted[at + 2] = w22 * wanted[at + 2];
}

function* accumulate(
  rows: Float64Array,
  wanted: Float64Array,
  trust: Float64Array,
  folds: Uint8Array,
  m: number,
): Task<RidgeSystem[]> {
  const parts = Array.from({ length: FOLDS }, () => new RidgeSystem(m));
  const scaled = new Float64Array(3 * m);
  for (let i = 0; i < trust.length; i++) {
    const root = Math.sqrt(trust[i]);
    const from = 3 * m * i;
    for (let k = 0; k < 3 * m; k++) scaled[k] = root * rows[from + k];
    parts[folds[i]].addColor(
      scaled,
      root * wanted[3 * i],
      root * wanted[3 * i + 1],
      root * wanted[3 * i + 2],
    );
    if (i % 128 === 127) yield { stage: 'fit.look', fraction: i / trust.length };
  }
  return parts;
}

/** Root mean square whitened misfit of the bins that were left out in turn; a median over bins guards against outliers. */
function* crossValidate(
  parts: readonly RidgeSystem[],
  rows: Float64Array,
  wanted: Float64Array,
  folds: Uint8Array,
  noise: number,
  deviation: Float64Array,
): Task<number> {
  const m = deviation.length;
  let sum = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = parts.filter((_, i) => i !== fold);
    const { solution } = yield* others[0].plus(others.slice(1)).solve(noise, deviation);
    for (let i = 0; i < folds.length; i++) if (folds[i] === fold) sum += misfit(rows, wanted, solution, i, m);
  }
  return sum / folds.length;
}

/** Length of a bin's whitened residual. */
function misfit(rows: Float64Array, wanted: Float64Array, x: Float64Array, i: number, m: number): number {
  let energy = 0;
  for (let c = 0; c < 3; c++) {
    let r = wanted[3 * i + c];
    const from = 3 * m * i + c * m;
    for (let k = 0; k < m; k++) r -= rows[from + k] * x[k];
    energy += r * r;
  }
  return Math.sqrt(energy);
}

function reweigh(
  rows: Float64Array,
  wanted: Float64Array,
  x: Float64Array,
  weight: Float64Array,
  trust: Float64Array,
): void {
  const m = x.length;
  const sizes = new Float64Array(trust.length);
  for (let i = 0; i < sizes.length; i++) {
    sizes[i] = misfit(rows, wanted, x, i, m) / Math.sqrt(Math.max(1e-12, weight[i]));
  }
  huberTrust(sizes, trust);
}

/** Huber weights beyond 2.5 robust deviations of the misfits. */
export function huberTrust(sizes: Float64Array, trust: Float64Array): void {
  const sorted = sizes.slice().sort();
  // For a three-channel Gaussian misfit the median length is 1.54 deviations.
  const limit = ROBUST_DEVIATIONS * (sorted[sorted.length >> 1] / 1.54) * Math.sqrt(3) + 1e-6;
  for (let i = 0; i < sizes.length; i++) trust[i] = sizes[i] > limit ? limit / sizes[i] : 1;
}
