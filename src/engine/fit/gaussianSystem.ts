/**
 * Linear equations of three outputs (lightness, a, b) with correlated misfits: y = A·x + e + noise, where x has independent
 * normal priors and e is a Gaussian process over the places of the colors, one a output. Solved for x with e integrated
 * over (generalized least squares with a prior), then for the weights of e: the posterior mean of e at any place is
 * Σᵢ k(place, placeᵢ)·αᵢ (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, section 2.7).
 */
import { choleskyTask, solveWithCholesky } from '../math/cholesky';
import { RidgeSystem } from '../math/ridgeSystem';
import type { Task } from '../task';
import { PLACE_VALUES, createLookKernel, type LookKernelOptions } from './lookKernel';
import { robustTrust } from './robustTrust';

export interface GaussianEquations {
  readonly count: number;
  readonly unknowns: number;
  /** One array an output: count rows of `unknowns` coefficients and the wanted value. */
  readonly rows: readonly [Float64Array, Float64Array, Float64Array];
  readonly places: Float64Array;
  /** ≥ 0, one a row. */
  readonly weight: Float64Array;
}

export interface GaussianSystemOptions {
  readonly kernel: LookKernelOptions;
  /** Deviation of the noise of a row of weight 1, in the units of the outputs. */
  readonly noise: number;
  /** Prior deviation of each unknown. */
  readonly deviation: Float64Array;
  /** Solutions; each trusts bins less that did not fit the one before. */
  readonly rounds: number;
}

export interface GaussianSolution {
  readonly unknowns: Float64Array;
  /** 3 a row. */
  readonly alpha: Float64Array;
  /** In (0, 1], one a row; as the last solution asks for. */
  readonly trust: Float64Array;
  /** Logarithm of the evidence for kernel and noise, a value. */
  readonly logEvidence: number;
}

/** @param trust where to start, changed in place; see `GaussianSolution` */
export function* solveGaussianSystem(
  equations: GaussianEquations,
  options: GaussianSystemOptions,
  trust = new Float64Array(equations.count).fill(1),
): Task<GaussianSolution> {
  const { count: n, unknowns: m, weight } = equations;
  const kernels = yield* covariances(equations, options.kernel);
  const alpha = new Float64Array(3 * n);
  let solution = new Float64Array(m);
  let logEvidence = 0;
  for (let round = 0; round < options.rounds; round++) {
    const system = new RidgeSystem(m);
    const noise = Float64Array.from(
      { length: n },
      (_, i) => options.noise ** 2 / (weight[i] * trust[i] + 1e-9),
    );
    const factors: Float64Array[] = [];
    const whitened: Float64Array[] = [];
    logEvidence = 0;
    for (let output = 0; output < 3; output++) {
      const factor = kernels[output].slice();
      for (let i = 0; i < n; i++) factor[i * n + i] += noise[i];
      yield* choleskyTask(factor, n);
      factors.push(factor);
      whitened.push(yield* solveLowerRows(factor, n, equations.rows[output], m + 1));
      for (let i = 0; i < n; i++) logEvidence -= Math.log(factor[i * n + i]);
    }
    addEquations(system, whitened, n, m);
    const solved = yield* system.solve(1, options.deviation);
    solution = Float64Array.from(solved.solution);
    let explained = 0;
    for (let k = 0; k < m; k++) {
      explained += solution[k] * system.right[k];
      logEvidence -= Math.log(solved.factor[k * m + k] * options.deviation[k]);
    }
    logEvidence = (logEvidence - (system.energy - explained) / 2) / (3 * n);
    const sizes = solveWeights(equations, solution, factors, noise, alpha);
    robustTrust(sizes, trust);
    yield { stage: 'fit.look', fraction: (round + 1) / options.rounds };
  }
  return { unknowns: solution, alpha, trust, logEvidence };
}

const COVARIANCES_PER_STEP = 16_000;

/** Lower triangles of the three covariance matrices. */
function* covariances(
  { count: n, places }: GaussianEquations,
  options: LookKernelOptions,
): Task<Float64Array[]> {
  const kernel = createLookKernel(options);
  const result = [0, 1, 2].map(() => new Float64Array(n * n));
  const values = new Float64Array(3);
  let work = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      kernel.all(places, PLACE_VALUES * i, places, PLACE_VALUES * j, values);
      for (let output = 0; output < 3; output++) result[output][i * n + j] = values[output];
    }
    work += i;
    if (work > COVARIANCES_PER_STEP) {
      work = 0;
      yield { stage: 'fit.look', fraction: 0 };
    }
  }
  return result;
}

const MULTIPLIES_PER_STEP = 2_000_000;

/** L⁻¹·rows. */
function* solveLowerRows(l: Float64Array, n: number, rows: Float64Array, width: number): Task<Float64Array> {
  const x = rows.slice();
  let work = 0;
  for (let i = 0; i < n; i++) {
    const row = i * width;
    for (let k = 0; k < i; k++) {
      const factor = l[i * n + k];
      const other = k * width;
      for (let q = 0; q < width; q++) x[row + q] -= factor * x[other + q];
    }
    const scale = 1 / l[i * n + i];
    for (let q = 0; q < width; q++) x[row + q] *= scale;
    work += i * width;
    if (work > MULTIPLIES_PER_STEP) {
      work = 0;
      yield { stage: 'fit.look', fraction: i / n };
    }
  }
  return x;
}

function addEquations(system: RidgeSystem, whitened: readonly Float64Array[], n: number, m: number): void {
  const rows = new Float64Array(3 * m);
  for (let i = 0; i < n; i++) {
    const at = i * (m + 1);
    for (let output = 0; output < 3; output++) rows.set(whitened[output].subarray(at, at + m), output * m);
    system.addColor(rows, whitened[0][at + m], whitened[1][at + m], whitened[2][at + m]);
  }
}

/** C·α = y − A·x; σ²·α is what neither unknowns nor process explain. @returns its length, scaled to weight 1 */
function solveWeights(
  { count: n, unknowns: m, rows, weight }: GaussianEquations,
  x: Float64Array,
  factors: readonly Float64Array[],
  noise: Float64Array,
  alpha: Float64Array,
): Float64Array {
  const sizes = new Float64Array(n);
  const rest = new Float64Array(n);
  for (let output = 0; output < 3; output++) {
    for (let i = 0; i < n; i++) {
      const at = i * (m + 1);
      let value = rows[output][at + m];
      for (let k = 0; k < m; k++) value -= rows[output][at + k] * x[k];
      rest[i] = value;
    }
    solveWithCholesky(factors[output], n, rest);
    for (let i = 0; i < n; i++) {
      alpha[3 * i + output] = rest[i];
      sizes[i] += (noise[i] * rest[i]) ** 2;
    }
  }
  for (let i = 0; i < n; i++) sizes[i] = Math.sqrt(sizes[i] * Math.max(1e-9, weight[i]));
  return sizes;
}
