import { solvePositiveDefinite } from './cholesky';

/** Weighted least squares with a ridge, fed row by row: for problems of a few dozen unknowns. */
export class NormalEquations {
  private readonly matrix: Float64Array;
  private readonly right: Float64Array;
  private total = 0;

  constructor(private readonly unknowns: number) {
    this.matrix = new Float64Array(unknowns * unknowns);
    this.right = new Float64Array(unknowns);
  }

  /** One equation Σ row·x = value, counted with `weight`. */
  add(row: ArrayLike<number>, value: number, weight: number): void {
    const n = this.unknowns;
    this.total += weight;
    for (let i = 0; i < n; i++) {
      if (row[i] === 0) continue;
      const w = weight * row[i];
      this.right[i] += w * value;
      for (let j = 0; j <= i; j++) this.matrix[i * n + j] += w * row[j];
    }
  }

  /** Takes in the equations of another set of the same unknowns. */
  addAll(other: NormalEquations): void {
    this.total += other.total;
    other.matrix.forEach((value, i) => (this.matrix[i] += value));
    other.right.forEach((value, i) => (this.right[i] += value));
  }

  /** @param ridge pull to zero, relative to the mean weight of an equation. The equations are used up. */
  solve(ridge: number): Float64Array {
    const n = this.unknowns;
    for (let i = 0; i < n; i++) this.matrix[i * n + i] += ridge * this.total + Number.MIN_VALUE;
    return solvePositiveDefinite(this.matrix, this.right);
  }
}
