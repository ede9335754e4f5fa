/** Weighted principal components by subspace iteration: good enough for components that only order a prior. */
import { seededRandom } from '../../bench/fit/seededRandom';

export interface PrincipalComponents {
  readonly mean: Float32Array;
  /** Each scaled by its standard deviation, so that coefficients are standard normal over the bank. */
  readonly vectors: Float32Array[];
  /** Share of the weighted variance that the vectors hold. */
  readonly explained: number;
}

const ITERATIONS = 6;

/** @param nodeWeights one a node of three values */
export function principalComponents(
  rows: readonly Float32Array[],
  nodeWeights: Float64Array,
  count: number,
): PrincipalComponents {
  const length = rows[0].length;
  const root = Float64Array.from({ length }, (_, i) => Math.sqrt(nodeWeights[Math.floor(i / 3)]));
  const mean = new Float32Array(length);
  for (let i = 0; i < length; i++) mean[i] = rows.reduce((sum, row) => sum + row[i], 0) / rows.length;
  const centered = rows.map((row) => Float32Array.from(row, (v, i) => (v - mean[i]) * root[i]));
  const total = centered.reduce((sum, row) => sum + dot(row, row), 0) / rows.length;

  // Subspace of the row space: coefficients over looks.
  const random = seededRandom(7);
  const width = Math.min(rows.length, count + 10);
  let basis = Array.from({ length: width }, () => Float32Array.from({ length }, () => random.normal()));
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    orthonormalize(basis);
    const next = basis.map(() => new Float32Array(length));
    for (const row of centered) {
      for (let k = 0; k < width; k++) addScaled(next[k], row, dot(row, basis[k]) / rows.length);
    }
    basis = next;
  }
  orthonormalize(basis);
  // Rayleigh–Ritz in the subspace, by Jacobi rotations.
  const small = basis.map(() => new Float64Array(width));
  for (const row of centered) {
    const c = basis.map((vector) => dot(row, vector));
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) small[i][j] += (c[i] * c[j]) / rows.length;
  }
  const { values, vectors } = jacobiEigen(small);
  const order = values.map((_, i) => i).sort((i, j) => values[j] - values[i]);
  const kept = order.slice(0, count);
  return {
    mean,
    vectors: kept.map((k) => {
      const vector = new Float32Array(length);
      for (let j = 0; j < width; j++) addScaled(vector, basis[j], vectors[j][k]);
      return vector.map((v, i) => (v * Math.sqrt(Math.max(0, values[k]))) / root[i]);
    }),
    explained: kept.reduce((sum, k) => sum + values[k], 0) / total,
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addScaled(target: Float32Array, source: Float32Array, scale: number): void {
  for (let i = 0; i < target.length; i++) target[i] += scale * source[i];
}

function orthonormalize(basis: Float32Array[]): void {
  for (let k = 0; k < basis.length; k++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < k; j++) addScaled(basis[k], basis[j], -dot(basis[k], basis[j]));
    }
    const norm = Math.sqrt(dot(basis[k], basis[k])) + 1e-30;
    for (let i = 0; i < basis[k].length; i++) basis[k][i] /= norm;
  }
}

/** Cyclic Jacobi for a symmetric matrix; column k of `vectors` belongs to values[k]. */
function jacobiEigen(matrix: Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const n = matrix.length;
  const a = matrix.map((row) => row.slice());
  const v = a.map((_, i) => Float64Array.from({ length: n }, (_unused, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p][q]) < 1e-14) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const x = a[k][p];
          const y = a[k][q];
          a[k][p] = c * x - s * y;
          a[k][q] = s * x + c * y;
        }
        for (let k = 0; k < n; k++) {
          const x = a[p][k];
          const y = a[q][k];
          a[p][k] = c * x - s * y;
          a[q][k] = s * x + c * y;
        }
        for (let k = 0; k < n; k++) {
          const x = v[k][p];
          const y = v[k][q];
          v[k][p] = c * x - s * y;
          v[k][q] = s * x + c * y;
        }
      }
    }
  }
  return { values: a.map((row, i) => row[i]), vectors: v };
}
