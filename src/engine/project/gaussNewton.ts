/**
 * Damped Gauss–Newton in a box (Levenberg 1944, Marquardt 1963): steps of (H + μ diag H) δ = −g over the sliders
 * that are free, that is, may move and do not push against a limit. A step that does not lower the cost is taken back
 * and μ raised.
 */
import type { StackObjective } from './stackObjective';
import { solveSymmetric } from './solveSymmetric';

export interface GaussNewtonOptions {
  readonly maxIterations: number;
  /** Stop when PATIENCE iterations lower the cost by less than this share each. */
  readonly tolerance: number;
  /** Sliders that may move; all, when left out. */
  readonly isFree?: (parameter: number) => boolean;
}

const FIRST_DAMPING = 0.01;
const MAX_TRIES = 8;
/** Small improvements in a row that end the search: one may be the slow start of a large one. */
const PATIENCE = 3;

/** Improves `values` in place; yields between slices of work. */
export function* gaussNewton(
  objective: StackObjective,
  values: Float64Array,
  { maxIterations, tolerance, isFree = () => true }: GaussNewtonOptions,
): Generator<void, number, void> {
  const { parameters } = objective.stack;
  const n = parameters.length;
  let damping = FIRST_DAMPING;
  let cost = objective.cost(values);
  const trial = new Float64Array(n);
  let small = 0;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const { gradient, hessian } = yield* objective.linearize(values);
    const free: number[] = [];
    for (let j = 0; j < n; j++) {
      const { min, max } = parameters[j];
      const stuck = (values[j] <= min && gradient[j] > 0) || (values[j] >= max && gradient[j] < 0);
      if (isFree(j) && !stuck && hessian[j * n + j] > 0) free.push(j);
    }
    let improved = false;
    const before = cost;
    for (let attempt = 0; attempt < MAX_TRIES && !improved; attempt++) {
      const step = solveSymmetric(hessian, gradient, n, free, damping);
      if (step) {
        trial.set(values);
        free.forEach((j, i) => {
          trial[j] = Math.min(Math.max(values[j] - step[i], parameters[j].min), parameters[j].max);
        });
        const trialCost = objective.cost(trial);
        if (trialCost < cost) {
          cost = trialCost;
          values.set(trial);
          improved = true;
          damping = Math.max(damping / 4, 1e-6);
        }
      }
      if (!improved) damping *= 6;
      yield;
    }
    if (!improved) break;
    small = before - cost < tolerance * before ? small + 1 : 0;
    if (small >= PATIENCE) break;
  }
  // The objective remembers the last trial, which may have been taken back.
  return objective.cost(values);
}
