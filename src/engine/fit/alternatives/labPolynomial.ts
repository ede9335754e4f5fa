/** Polynomial of degree 3 in OKLab, 20 terms a channel: the plain regression of device characterization. */
import { createOklabToRgb, createRgbToOklab } from '../../color/oklab';
import { NormalEquations } from '../../math/normalEquations';
import type { ColorFunction, Regressor } from './regressor';

const DEGREE = 3;
const RIDGE = 1e-5;
/** Brings a and b to the size of L. */
const AB_SCALE = 4;

function terms(l: number, a: number, b: number): number[] {
  const row: number[] = [];
  for (let i = 0; i <= DEGREE; i++) {
    for (let j = 0; i + j <= DEGREE; j++) {
      for (let k = 0; i + j + k <= DEGREE; k++) row.push(l ** i * (AB_SCALE * a) ** j * (AB_SCALE * b) ** k);
    }
  }
  return row;
}

export const labPolynomial: Regressor = function* (bins) {
  const toOklab = createRgbToOklab(bins.space);
  const toRgb = createOklabToRgb(bins.space);
  const lab = new Float64Array(6);
  const systems = [0, 1, 2].map(() => new NormalEquations(20));
  for (let i = 0; i < bins.count; i++) {
    toOklab(bins.digital[3 * i], bins.digital[3 * i + 1], bins.digital[3 * i + 2], lab, 0);
    toOklab(bins.film[3 * i], bins.film[3 * i + 1], bins.film[3 * i + 2], lab, 3);
    const row = terms(lab[0], lab[1], lab[2]);
    // Offsets, so that the pull to zero is a pull to "unchanged".
    systems.forEach((system, c) => system.add(row, lab[3 + c] - lab[c], bins.weight[i]));
  }
  yield { stage: 'fit', fraction: 0.5 };
  const rows = systems.map((system) => system.solve(RIDGE));
  const map: ColorFunction = (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      toOklab(source[i], source[i + 1], source[i + 2], lab, 0);
      const row = terms(lab[0], lab[1], lab[2]);
      const [l, a, b] = rows.map((k, c) => lab[c] + row.reduce((sum, t, j) => sum + t * k[j], 0));
      toRgb(l, a, b, target, i);
    }
  };
  return map;
};
