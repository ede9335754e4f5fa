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
});
