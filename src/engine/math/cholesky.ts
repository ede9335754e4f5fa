/**
 * Cholesky factors of symmetric positive definite matrices, row-major in one array; only the lower triangle is read
 * and overwritten. Hand-written so that large ones can pause, and rows are walked contiguously.
 */
import { runToEnd, type Task } from '../task';

const MULTIPLIES_PER_STEP = 2_000_000;

/**
 * Overwrites the lower triangle of `a` (n×n) with L, where a = L·Lᵀ.
 * A pivot that rounding made non-positive is lifted to a hair above zero: its unknown is then held at zero.
 */
export function* choleskyTask(a: Float64Array, n: number): Task<void> {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, a[i * n + i]);
  const floor = largest * 1e-14 + Number.MIN_VALUE;
  let work = 0;
  for (let i = 0; i < n; i++) {
    const rowI = i * n;
    for (let j = 0; j <= i; j++) {
      const rowJ = j * n;
      let sum0 = a[rowI + j];
      let sum1 = 0;
      let k = 0;
      for (; k + 1 < j; k += 2) {
        sum0 -= a[rowI + k] * a[rowJ + k];
        sum1 -= a[rowI + k + 1] * a[rowJ + k + 1];
      }
      if (k < j) sum0 -= a[rowI + k] * a[rowJ + k];
      const sum = sum0 + sum1;
      if (i === j) a[rowI + i] = Math.sqrt(sum > floor ? sum : largest + 1);
      else a[rowI + j] = sum / a[rowJ + j];
    }
    work += (i * i) / 2;
    if (work > MULTIPLIES_PER_STEP) {
      work = 0;
      yield { stage: 'fit.solve', fraction: (i / n) ** 3 };
    }
  }
}

/** Solves L·Lᵀ·x = b in place of `b`. */
export function solveWithCholesky(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= l[i * n + k] * b[k];
    b[i] = sum / l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    const x = b[i] / l[i * n + i];
    b[i] = x;
    for (let k = 0; k < i; k++) b[k] -= l[i * n + k] * x;
  }
}

/** Solves a·x = b for a small symmetric positive definite `a`, overwriting both; returns `b`, now x. */
export function solvePositiveDefinite(a: Float64Array, b: Float64Array): Float64Array {
  runToEnd(choleskyTask(a, b.length));
  solveWithCholesky(a, b.length, b);
  return b;
}
