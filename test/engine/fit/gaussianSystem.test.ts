import { Matrix, solve } from 'ml-matrix';
import { solveGaussianSystem } from '../../../src/engine/fit/gaussianSystem';
import {
  COLOR_KERNEL,
  PLACE_VALUES,
  createColorPlace,
  createLookKernel,
} from '../../../src/engine/fit/lookKernel';
import { runToEnd } from '../../../src/engine/task';
import { createRandom } from '../../support/createRandom';

describe('solveGaussianSystem', () => {
  it('is the generalized least squares solution with a prior, and leaves the weights of the process', () => {
    const random = createRandom(9);
    const [n, m, noise] = [7, 2, 0.5];
    const places = new Float64Array(PLACE_VALUES * n);
    const placeOf = createColorPlace('srgb');
    for (let i = 0; i < n; i++) placeOf([random(), random(), random()], 0, places, PLACE_VALUES * i);
    const draw = () => Float64Array.from({ length: n * (m + 1) }, () => 2 * random() - 1);
    const rows = [draw(), draw(), draw()] as const;
    const weight = Float64Array.from({ length: n }, () => 0.5 + random());
    const deviation = Float64Array.of(1, 0.5);
    const { unknowns, alpha } = runToEnd(
      solveGaussianSystem(
        { count: n, unknowns: m, rows, places, weight },
        { kernel: COLOR_KERNEL, noise, deviation, rounds: 1 },
      ),
    );

    // By the book: x = (Σ AᵀC⁻¹A + P⁻¹)⁻¹ Σ AᵀC⁻¹y, α = C⁻¹(y − A·x).
    const kernel = createLookKernel(COLOR_KERNEL);
    const values = new Float64Array(3);
    const normal = Matrix.diag(Array.from(deviation, (d) => 1 / d ** 2));
    const right = Matrix.zeros(m, 1);
    const parts = rows.map((row, output) => {
      const c = Matrix.zeros(n, n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          kernel.all(places, PLACE_VALUES * i, places, PLACE_VALUES * j, values);
          c.set(i, j, values[output] + (i === j ? noise ** 2 / weight[i] : 0));
        }
      }
      const a = new Matrix(Array.from({ length: n }, (_, i) => Array.from(row.subarray(3 * i, 3 * i + m))));
      const y = Matrix.columnVector(Array.from({ length: n }, (_, i) => row[3 * i + m]));
      normal.add(a.transpose().mmul(solve(c, a)));
      right.add(a.transpose().mmul(solve(c, y)));
      return { a, y, c };
    });
    const x = solve(normal, right);
    for (let k = 0; k < m; k++) expect(unknowns[k]).toBeCloseTo(x.get(k, 0), 5);
    parts.forEach(({ a, y, c }, output) => {
      const expected = solve(c, Matrix.sub(y, a.mmul(x)));
      for (let i = 0; i < n; i++) expect(alpha[3 * i + output]).toBeCloseTo(expected.get(i, 0), 4);
    });
  });

  it('trusts what disagrees with all others less, round by round', () => {
    const random = createRandom(3);
    const [n, odd] = [40, 7];
    const places = new Float64Array(PLACE_VALUES * n);
    const placeOf = createColorPlace('srgb');
    for (let i = 0; i < n; i++) placeOf([random(), random(), random()], 0, places, PLACE_VALUES * i);
    const truth = 0.8;
    const draw = () => Float64Array.from({ length: 2 * n }, () => 1 + random());
    const rows = [draw(), draw(), draw()] as const;
    for (let k = 1; k < 2 * n; k += 2) for (const row of rows) row[k] = truth * row[k - 1] + 2 * random() - 1;
    for (const row of rows) row[2 * odd + 1] += 40;
    const system = { count: n, unknowns: 1, rows, places, weight: new Float64Array(n).fill(1) };
    const solved = (rounds: number) =>
      runToEnd(
        solveGaussianSystem(system, {
          kernel: COLOR_KERNEL,
          noise: 1,
          deviation: Float64Array.of(1),
          rounds,
        }),
      );
    const [once, robust] = [solved(1), solved(3)];
    expect(Math.abs(robust.unknowns[0] - truth)).toBeLessThan(Math.abs(once.unknowns[0] - truth) / 2);
    expect(robust.trust[odd]).toBeLessThan(0.3);
    const others = robust.trust.filter((_, i) => i !== odd);
    expect(others.reduce((sum, trust) => sum + trust, 0) / others.length).toBeGreaterThan(0.9);
  });
});
