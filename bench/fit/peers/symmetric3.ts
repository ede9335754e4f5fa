/** Small symmetric matrices by ml-matrix: means, covariances and square roots. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

export function meanOf(colors: Float32Array, count: number): number[] {
  const mean = [0, 0, 0];
  for (let i = 0; i < 3 * count; i++) mean[i % 3] += colors[i] / count;
  return mean;
}

export function covarianceOf(colors: Float32Array, count: number, mean: readonly number[]): Matrix {
  const c = Matrix.zeros(3, 3);
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        c.set(a, b, c.get(a, b) + ((colors[3 * i + a] - mean[a]) * (colors[3 * i + b] - mean[b])) / count);
      }
    }
  }
  return c.add(Matrix.eye(3, 3).mul(1e-8));
}

/** The symmetric power of a positive definite matrix. */
export function powerOf(matrix: Matrix, exponent: number): Matrix {
  const { realEigenvalues, eigenvectorMatrix: v } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  return v.mmul(Matrix.diag(realEigenvalues.map((e) => Math.max(1e-9, e) ** exponent))).mmul(v.transpose());
}
