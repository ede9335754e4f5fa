/**
 * Polynomial regressions on binned samples: root-polynomial of degree 2 in linear light with curves after it
 * (Finlayson, Mackiewicz and Hurlbert 2015) and a cubic in OKLab.
 */
import { createOklabToRgb, createRgbToOklab } from '../../../src/engine/color/oklab';
import { RGB_SPACES } from '../../../src/engine/color/rgbSpaces';
import { binSamples } from '../../../src/engine/fit/binSamples';
import { NormalEquations } from '../../../src/engine/math/normalEquations';
import { matchCurves } from './matchCurves';
import type { Peer } from './peer';

const { encode, decode } = RGB_SPACES.srgb;

function rootTerms(r: number, g: number, b: number): number[] {
  return [r, g, b, Math.sqrt(r * g), Math.sqrt(g * b), Math.sqrt(r * b)];
}

export const rootPolynomial: Peer = {
  name: 'root-polynomial 2 + curves',
  fit(pairs) {
    const bins = binSamples(pairs);
    const systems = [0, 1, 2].map(() => new NormalEquations(6));
    const linear = (v: number): number => decode(Math.max(0, Math.min(1, v)));
    for (let i = 0; i < bins.count; i++) {
      const terms = rootTerms(
        linear(bins.digital[3 * i]),
        linear(bins.digital[3 * i + 1]),
        linear(bins.digital[3 * i + 2]),
      );
      for (let c = 0; c < 3; c++) {
        const wanted = linear(bins.film[3 * i + c]);
        systems[c].add(terms, wanted, bins.weight[i] / (wanted + 0.02));
      }
    }
    const rows = systems.map((system) => system.solve(1e-6));
    const mixed = (r: number, g: number, b: number): number[] => {
      const terms = rootTerms(linear(r), linear(g), linear(b));
      return rows.map((row) =>
        encode(
          Math.max(
            0,
            terms.reduce((sum, t, k) => sum + t * row[k], 0),
          ),
        ),
      );
    };
    const before = Float64Array.from({ length: 3 * bins.count });
    for (let i = 0; i < bins.count; i++) {
      before.set(mixed(bins.digital[3 * i], bins.digital[3 * i + 1], bins.digital[3 * i + 2]), 3 * i);
    }
    const curves = matchCurves(before, bins.film, bins.weight);
    return (source, target, count) => {
      for (let i = 0; i < 3 * count; i += 3) {
        const color = mixed(source[i], source[i + 1], source[i + 2]);
        for (let c = 0; c < 3; c++) target[i + c] = curves[c](color[c]);
      }
    };
  },
};

function cubicTerms(l: number, a: number, b: number): number[] {
  const terms: number[] = [];
  for (let i = 0; i <= 3; i++) {
    for (let j = 0; i + j <= 3; j++)
      for (let k = 0; i + j + k <= 3; k++) terms.push(l ** i * (4 * a) ** j * (4 * b) ** k);
  }
  return terms;
}

export const labPolynomial: Peer = {
  name: 'polynomial in OKLab, degree 3',
  fit(pairs) {
    const bins = binSamples(pairs);
    const toOklab = createRgbToOklab('srgb');
    const toRgb = createOklabToRgb('srgb');
    const lab = new Float64Array(6);
    const systems = [0, 1, 2].map(() => new NormalEquations(20));
    for (let i = 0; i < bins.count; i++) {
      toOklab(bins.digital[3 * i], bins.digital[3 * i + 1], bins.digital[3 * i + 2], lab, 0);
      toOklab(bins.film[3 * i], bins.film[3 * i + 1], bins.film[3 * i + 2], lab, 3);
      const terms = cubicTerms(lab[0], lab[1], lab[2]);
      for (let c = 0; c < 3; c++) systems[c].add(terms, lab[3 + c], bins.weight[i]);
    }
    const rows = systems.map((system) => system.solve(1e-6));
    return (source, target, count) => {
      for (let i = 0; i < 3 * count; i += 3) {
        toOklab(source[i], source[i + 1], source[i + 2], lab, 0);
        const terms = cubicTerms(lab[0], lab[1], lab[2]);
        const [l, a, b] = rows.map((row) => terms.reduce((sum, t, k) => sum + t * row[k], 0));
        toRgb(l, a, b, target, i);
      }
    };
  },
};
