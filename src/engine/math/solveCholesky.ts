/**
 * Solves A·x = b for a symmetric positive definite A (row-major n × n; only the lower triangle is read and it is
 * overwritten) by Cholesky's factorization. The solution replaces `b`. Zeros before a row's first element stay zeros in
 * the factor and are skipped, so that a banded system costs what its band costs.
 *
 * @returns false, leaving `b` undefined, when A is not positive definite to working precision.
 */
export function solveCholesky(a: Float64Array, b: Float64Array, n: number): boolean {
  const first = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    while (first[i] < i && a[i * n + first[i]] === 0) first[i]++;
  }
  for (let i = 0; i < n; i++) {
    const rowI = i * n;
    for (let j = first[i]; j < i; j++) {
      const rowJ = j * n;
      let sum = a[rowI + j];
      for (let k = Math.max(first[i], first[j]); k < j; k++) sum -= a[rowI + k] * a[rowJ + k];
      a[rowI + j] = sum / a[rowJ + j];
    }
    const scale = a[rowI + i];
    let diagonal = scale;
    for (let k = first[i]; k < i; k++) diagonal -= a[rowI + k] * a[rowI + k];
    if (!(diagonal > 1e-13 * scale) || !(scale > 0)) return false;
    a[rowI + i] = Math.sqrt(diagonal);
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = first[i]; k < i; k++) sum -= a[i * n + k] * b[k];
    b[i] = sum / a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    b[i] /= a[i * n + i];
    for (let k = first[i]; k < i; k++) b[k] -= a[i * n + k] * b[i];
  }
  return true;
}
