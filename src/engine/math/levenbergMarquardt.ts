/**
 * Nonlinear least squares for a few dozen unknowns by damped Gauss–Newton steps (Levenberg 1944, Marquardt 1963), with
 * a Jacobian by forward differences.
 */
import type { Task } from '../task';
import { NormalEquations } from './normalEquations';

export interface LeastSquaresProblem {
  /** How many residuals there are. */
  readonly count: number;
  /** Writes all residuals, each already divided by its deviation. */
  readonly residuals: (unknowns: Float64Array, out: Float64Array) => void;
}

const DIFFERENCE_STEP = 1e-4;
const FIRST_DAMPING = 1e-2;
const MAX_TRIES = 8;
/** An iteration that gains less than this share ends the search. */
const TOLERANCE = 1e-4;

/** @returns the unknowns and the half sum of squares at the end; `start` is left as it is */
export function* levenbergMarquardt(
  { count, residuals }: LeastSquaresProblem,
  start: Float64Array,
  maxIterations: number,
): Task<{ readonly unknowns: Float64Array; readonly cost: number }> {
  const n = start.length;
  let unknowns = start.slice();
  let current = new Float64Array(count);
  let moved = new Float64Array(count);
  const columns = Array.from({ length: n }, () => new Float64Array(count));
  residuals(unknowns, current);
  let cost = halfSquares(current);
  let damping = FIRST_DAMPING;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (let j = 0; j < n; j++) {
      const shifted = unknowns.slice();
      shifted[j] += DIFFERENCE_STEP;
      residuals(shifted, columns[j]);
      for (let i = 0; i < count; i++) columns[j][i] = (columns[j][i] - current[i]) / DIFFERENCE_STEP;
    }
    const before = cost;
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const delta = step(columns, current, damping);
      const trial = unknowns.map((value, j) => value + delta[j]);
      residuals(trial, moved);
      const trialCost = halfSquares(moved);
      if (trialCost < cost) {
        [current, moved, unknowns, cost] = [moved, current, trial, trialCost];
        damping = Math.max(1e-7, damping / 5);
        break;
      }
      damping *= 6;
    }
    yield { stage: 'fit.solve', fraction: (iteration + 1) / maxIterations };
    if (!(before - cost > TOLERANCE * before)) break;
  }
  return { unknowns, cost };
}

/** −(JᵀJ + μ diag JᵀJ)⁻¹ Jᵀr; the damping enters as n more equations. */
function step(columns: readonly Float64Array[], residual: Float64Array, damping: number): Float64Array {
  const n = columns.length;
  const equations = new NormalEquations(n);
  const row = new Float64Array(n);
  const squares = new Float64Array(n);
  for (let i = 0; i < residual.length; i++) {
    for (let j = 0; j < n; j++) {
      row[j] = columns[j][i];
      squares[j] += row[j] * row[j];
    }
    equations.add(row, -residual[i], 1);
  }
  for (let j = 0; j < n; j++) {
    row.fill(0);
    row[j] = Math.sqrt(damping * squares[j]);
    equations.add(row, 0, 1);
  }
  return equations.solve(0);
}

function halfSquares(residual: Float64Array): number {
  let sum = 0;
  for (const value of residual) sum += value * value;
  return Number.isFinite(sum) ? sum / 2 : Infinity;
}
