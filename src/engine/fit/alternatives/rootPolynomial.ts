/**
 * Root-polynomial regression of degree 3 in linear light (Finlayson, Mackiewicz and Hurlbert, "Color correction using
 * root-polynomial regression", 2015): every term scales with exposure. A rising curve a channel follows, for film's tone
 * is no power of light.
 */
import { decodeTable, encodeTable, readDecodeTable, readEncodeTable } from '../../color/transferTables';
import { NormalEquations } from '../../math/normalEquations';
import type { ColorFunction, Regressor } from './regressor';
import { monotoneCurve } from './monotoneCurve';

const RIDGE = 1e-5;
/** An encoded step is a linear step over about the square root: dark errors count more in linear light. */
const DARK = 0.02;

function terms(r: number, g: number, b: number): number[] {
  return [
    r,
    g,
    b,
    Math.sqrt(r * g),
    Math.sqrt(g * b),
    Math.sqrt(r * b),
    Math.cbrt(r * g * g),
    Math.cbrt(g * b * b),
    Math.cbrt(r * b * b),
    Math.cbrt(g * r * r),
    Math.cbrt(b * g * g),
    Math.cbrt(b * r * r),
    Math.cbrt(r * g * b),
  ];
}

export const rootPolynomial: Regressor = function* (bins) {
  const decode = decodeTable(bins.space);
  const encode = encodeTable(bins.space);
  const linear = (v: number): number => readDecodeTable(decode, v);
  const systems = [0, 1, 2].map(() => new NormalEquations(13));
  for (let i = 0; i < bins.count; i++) {
    const row = terms(
      linear(bins.digital[3 * i]),
      linear(bins.digital[3 * i + 1]),
      linear(bins.digital[3 * i + 2]),
    );
    systems.forEach((system, c) => {
      const wanted = linear(bins.film[3 * i + c]);
      system.add(row, wanted, bins.weight[i] / (wanted + DARK));
    });
  }
  yield { stage: 'fit', fraction: 0.5 };
  const rows = systems.map((system) => system.solve(RIDGE));
  const mix = (r: number, g: number, b: number): number[] => {
    const row = terms(linear(r), linear(g), linear(b));
    return rows.map((k) =>
      readEncodeTable(
        encode,
        Math.max(
          0,
          row.reduce((sum, t, j) => sum + t * k[j], 0),
        ),
      ),
    );
  };
  const mixed = [0, 1, 2].map(() => new Float64Array(bins.count));
  for (let i = 0; i < bins.count; i++) {
    mix(bins.digital[3 * i], bins.digital[3 * i + 1], bins.digital[3 * i + 2]).forEach(
      (v, c) => (mixed[c][i] = v),
    );
  }
  const curves = mixed.map((x, c) =>
    monotoneCurve(
      x,
      x.map((_, i) => bins.film[3 * i + c]),
      bins.weight,
    ),
  );
  const map: ColorFunction = (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      mix(source[i], source[i + 1], source[i + 2]).forEach((v, c) => (target[i + c] = curves[c](v)));
    }
  };
  return map;
};
