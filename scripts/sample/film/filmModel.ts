/**
 * A color negative and its print, in densities: exposure of three layers → characteristic curve a layer (Hurter and Driffield,
 * 1890) → inhibition between layers while developing → unwanted absorptions of the dyes, which add up by Beer's and Lambert's
 * law, T = 10^−D → printing light through the negative → characteristic curves of the paper → reflectance. No part knows
 * of pictures: all functions map three numbers to three.
 */
import { densityAt, type HdCurve } from './hdCurve';

/** Row-major, acting on columns of (red, green, blue) or (cyan, magenta, yellow). */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];
export type Triple = [number, number, number];
type Curves = readonly [HdCurve, HdCurve, HdCurve];

/** A stock with the paper that it is printed on. */
export interface FilmStock {
  readonly name: string;
  /** From linear Rec. 709 light to the exposures of the red, green and blue layer; rows add up to 1. */
  readonly sensitivity: Matrix3;
  readonly negative: Curves;
  /** Densities as developed from densities of each layer by itself; negative off the diagonal, rows add up to 1. */
  readonly inhibition: Matrix3;
  /** Red, green and blue density of each dye for one unit of its own; columns are cyan, magenta and yellow dye. */
  readonly dyes: Matrix3;
  readonly paper: Curves;
  /** Reflectance of the print where the scene is a medium gray of 0.18. */
  readonly gray: number;
  /** Standard deviation of density at density 1, a layer (Selwyn, 1935: the variance grows with density). */
  readonly granularity: Triple;
  /** Share of light that the film base throws back into each layer. */
  readonly halation: Triple;
}

/** Medium gray of the scene: the zero of the exposure axis. */
export const MEDIUM_GRAY = 0.18;
/** Light in the deepest shadow that a lens lets be: keeps the logarithm finite. */
const FLARE = 2e-4;

/** Densities of the three layers, before grain: what the exposure in linear Rec. 709 light leaves in the emulsion. */
export function exposeNegative(stock: FilmStock, exposure: Readonly<Triple>, out: Triple): Triple {
  multiply(stock.sensitivity, exposure, out);
  for (let c = 0; c < 3; c++) {
    out[c] = densityAt(stock.negative[c], Math.log10((Math.max(0, out[c]) + FLARE) / MEDIUM_GRAY));
  }
  return multiply(stock.inhibition, [out[0], out[1], out[2]], out);
}

/** Red, green and blue density of the developed negative: each dye also absorbs a little of what is not its own. */
export function dyeDensity(stock: FilmStock, layers: Readonly<Triple>, out: Triple): Triple {
  return multiply(stock.dyes, layers, out);
}

/** A printer for one stock: the lights are set so that a medium gray, exposed `exposureEv` stops over, prints neutral. */
export function createPrinter(
  stock: FilmStock,
  exposureEv: number,
): (density: Readonly<Triple>, out: Triple) => Triple {
  const gray = MEDIUM_GRAY * 2 ** exposureEv;
  const layers = exposeNegative(stock, [gray, gray, gray], [0, 0, 0]);
  const reference = dyeDensity(stock, layers, [0, 0, 0]);
  const aim = Math.log10(1 / stock.gray);
  // The paper's exposure for the aim density, by bisection: the curve rises everywhere.
  const lights = stock.paper.map((curve) => solve((h) => densityAt(curve, h) - aim, -4, 4));
  return (density, out) => {
    for (let c = 0; c < 3; c++) {
      // Light through the negative is 10^−D: less density in the negative is more exposure of the paper.
      const logExposure = lights[c] - (density[c] - reference[c]);
      out[c] = 10 ** -densityAt(stock.paper[c], logExposure);
    }
    return out;
  };
}

/** The whole way without grain and halation: linear Rec. 709 scene light to linear reflectance of the print. */
export function createFilmMapping(stock: FilmStock, exposureEv: number): (scene: Readonly<Triple>) => Triple {
  const print = createPrinter(stock, exposureEv);
  const gain = 2 ** exposureEv;
  return (scene) => {
    const layers = exposeNegative(stock, [scene[0] * gain, scene[1] * gain, scene[2] * gain], [0, 0, 0]);
    return print(dyeDensity(stock, layers, [0, 0, 0]), [0, 0, 0]);
  };
}

function multiply(m: Matrix3, v: Readonly<Triple>, out: Triple): Triple {
  const [x, y, z] = v;
  out[0] = m[0] * x + m[1] * y + m[2] * z;
  out[1] = m[3] * x + m[4] * y + m[5] * z;
  out[2] = m[6] * x + m[7] * y + m[8] * z;
  return out;
}

function solve(rising: (x: number) => number, low: number, high: number): number {
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
