import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import {
  COLOR_KERNEL,
  MONOCHROME_KERNEL,
  PLACE_VALUES,
  createColorPlace,
  createLookKernel,
} from '../../../src/engine/fit/lookKernel';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const colors = fc.array(fc.tuple(unit, unit, unit), { minLength: 2, maxLength: 24 });

describe.each([
  ['color', COLOR_KERNEL],
  ['black-and-white', MONOCHROME_KERNEL],
])('the kernel of %s looks', (_, options) => {
  it('is a covariance: symmetric, with no negative eigenvalue', () => {
    const placeOf = createColorPlace('srgb');
    const kernel = createLookKernel(options);
    fc.assert(
      fc.property(colors, (list) => {
        const places = new Float64Array(PLACE_VALUES * list.length);
        list.forEach((color, i) => placeOf(color, 0, places, PLACE_VALUES * i));
        const values = new Float64Array(3);
        for (let output = 0; output < 3; output++) {
          const matrix = Matrix.zeros(list.length, list.length);
          for (let i = 0; i < list.length; i++) {
            for (let j = 0; j < list.length; j++) {
              kernel.all(places, PLACE_VALUES * i, places, PLACE_VALUES * j, values);
              matrix.set(i, j, values[output]);
            }
          }
          expect(Matrix.sub(matrix, matrix.transpose()).norm()).toBeLessThan(1e-9);
          const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
          // The Matérn function is read from a table: its error may show as a slightly negative eigenvalue.
          expect(Math.min(...realEigenvalues)).toBeGreaterThan(-1e-3);
        }
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});
