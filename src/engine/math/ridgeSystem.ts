/**
 * Bayesian linear least squares with a few hundred unknowns, fed three equations (one color) at a time: accumulates
 * H = Σ AᵀA and g = Σ Aᵀr, then solves (H / σ² + diag(1 / s²)) · x = g / σ². One accumulation serves many σ.
 */
import type { Task } from '../task';
import { choleskyTask, solveWithCholesky } from './cholesky';

export class RidgeSystem {
  /** Lower triangle, row-major. */
  readonly normal: Float64Array;
  readonly right: Float64Array;
  /** Σ r², the part of the misfit that no unknown explains when all are zero. */
  energy = 0;
  rows = 0;

  constructor(readonly unknowns: number) {
    this.normal = new Float64Array(unknowns * unknowns);
    this.right = new Float64Array(unknowns);
  }

  /** Adds the equations a·x = r for three rows of `unknowns` values each. */
  addColor(a: Float64Array, r0: number, r1: number, r2: number): void {
    const n = this.unknowns;
    const { normal, right } = this;
    for (let i = 0; i < n; i++) {
      const a0 = a[i];
      const a1 = a[n + i];
      const a2 = a[2 * n + i];
      if (a0 === 0 && a1 === 0 && a2 === 0) continue;
      right[i] += a0 * r0 + a1 * r1 + a2 * r2;
      const row = i * n;
      for (let j = 0; j <= i; j++) normal[row + j] += a0 * a[j] + a1 * a[n + j] + a2 * a[2 * n + j];
    }
    this.energy += r0 * r0 + r1 * r1 + r2 * r2;
    this.rows += 3;
  }

  /** The sum of this system and others with the same unknowns. */
  plus(others: readonly RidgeSystem[]): RidgeSystem {
    const sum = new RidgeSystem(this.unknowns);
    for (const part of [this, ...others]) {
      for (let i = 0; i < sum.normal.length; i++) sum.normal[i] += part.normal[i];
      for (let i = 0; i < sum.right.length; i++) sum.right[i] += part.right[i];
      sum.energy += part.energy;
      sum.rows += part.rows;
    }
    return sum;
  }

  /**
   * @param noise σ of the equations
   * @param deviation prior deviation of each unknown
   */
  *solve(noise: number, deviation: ArrayLike<number>): Task<RidgeSolution> {
    const n = this.unknowns;
    const factor = new Float64Array(n * n);
    const precision = 1 / (noise * noise);
    const solution = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) factor[i * n + j] = this.normal[i * n + j] * precision;
      factor[i * n + i] += 1 / (deviation[i] * deviation[i]);
      solution[i] = this.right[i] * precision;
    }
    yield* choleskyTask(factor, n);
    solveWithCholesky(factor, n, solution);
    return { solution, factor };
  }
}

export interface RidgeSolution {
  readonly solution: Float64Array;
  /** Cholesky factor of the posterior precision. */
  readonly factor: Float64Array;
}
