/**
 * Solves (H + μ diag H) x = g over a subset of the unknowns by Cholesky factorization.
 * @param hessian upper triangle of an n×n matrix, row-major
 * @returns x in the order of `subset`, or null when the matrix is not positive definite
 */
export function solveSymmetric(
  hessian: Float64Array,
  gradient: Float64Array,
  n: number,
  subset: readonly number[],
  damping: number,
): Float64Array | null {
  const m = subset.length;
  const lower = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      const a = subset[j];
      const b = subset[i];
      let sum = hessian[a <= b ? a * n + b : b * n + a];
      if (i === j) sum *= 1 + damping;
      for (let k = 0; k < j; k++) sum -= lower[i * m + k] * lower[j * m + k];
      if (i === j) {
        if (!(sum > 0)) return null;
        lower[i * m + i] = Math.sqrt(sum);
      } else lower[i * m + j] = sum / lower[j * m + j];
    }
  }
  const x = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    let sum = gradient[subset[i]];
    for (let k = 0; k < i; k++) sum -= lower[i * m + k] * x[k];
    x[i] = sum / lower[i * m + i];
  }
  for (let i = m - 1; i >= 0; i--) {
    let sum = x[i];
    for (let k = i + 1; k < m; k++) sum -= lower[k * m + i] * x[k];
    x[i] = sum / lower[i * m + i];
  }
  return x;
}
