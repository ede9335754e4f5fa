import { NormalEquations } from '../math/normalEquations';

/** Nodes of a strength curve over the encoded values [0, 1]. */
export const STRENGTH_NODES = 9;
/** How much a bend of the curve costs against a window's misfit: keeps nodes without windows in line with the others. */
const SMOOTHNESS = 0.6;
/** Each weighs the windows by the curve of the one before. */
const ROUNDS = 3;
/** Windows further off than this share of what the curve says lose weight. */
const ROBUST_SHARE = 0.35;
/** Least variance as a share of the usual one: a tone without any grain would weigh without end. */
const FLOOR = 0.05;

/**
 * Standard deviation by tone, as a smooth curve through the variances of windows.
 * @param tones mean encoded values in [0, 1]
 * @param variances of the same windows; single ones may be negative
 * @param trusts weights of the windows, in (0, 1]
 * @returns STRENGTH_NODES deviations at equal steps over [0, 1]
 */
export function fitStrength(
  tones: readonly number[],
  variances: readonly number[],
  trusts: readonly number[],
): number[] {
  const usual = Math.max(1e-9, medianOf(variances));
  let curve = new Float64Array(STRENGTH_NODES).fill(usual);
  for (let round = 0; round < ROUNDS; round++) {
    const equations = new NormalEquations(STRENGTH_NODES);
    const row = new Float64Array(STRENGTH_NODES);
    tones.forEach((tone, i) => {
      const expected = Math.max(FLOOR * usual, readNodes(curve, tone));
      const miss = Math.abs(variances[i] - expected) / expected;
      const trust = miss > ROBUST_SHARE ? ROBUST_SHARE / miss : 1;
      writeHat(row, tone);
      equations.add(row, variances[i], (trust * trusts[i]) / (expected * expected));
    });
    for (let k = 1; k < STRENGTH_NODES - 1; k++) {
      row.fill(0);
      row[k - 1] = 1;
      row[k] = -2;
      row[k + 1] = 1;
      equations.add(row, 0, SMOOTHNESS / (usual * usual));
    }
    curve = Float64Array.from(equations.solve(1e-9));
  }
  return Array.from(curve, (variance) => Math.sqrt(Math.max(FLOOR * FLOOR * usual, variance)));
}

function writeHat(row: Float64Array, tone: number): void {
  row.fill(0);
  const position = Math.min(1, Math.max(0, tone)) * (STRENGTH_NODES - 1);
  const index = Math.min(STRENGTH_NODES - 2, Math.floor(position));
  row[index + 1] = position - index;
  row[index] = 1 - row[index + 1];
}

function readNodes(curve: Float64Array, tone: number): number {
  const position = Math.min(1, Math.max(0, tone)) * (STRENGTH_NODES - 1);
  const index = Math.min(STRENGTH_NODES - 2, Math.floor(position));
  return curve[index] + (position - index) * (curve[index + 1] - curve[index]);
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
