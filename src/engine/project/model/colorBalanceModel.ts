/**
 * Color Balance with Preserve Luminosity, as the Levels that it is: per channel a black point max(s) − s, a white
 * point 255 − (h − min(h)) and a gamma 2^((m − middle of m)/100). Nine sliders: shadows, midtones, highlights × channel.
 */
import type { ColorBalanceAdjustment, ColorBalanceTriple } from '../../adjustments';
import { LEAK, type LayerAt, type LayerModel, type Parameter } from './layerModel';

export interface ColorBalanceModelOptions {
  /** Largest slider: casts, not effects. Above 32 Photoshop limits the slope of the gamma near black. */
  readonly max: { readonly shadows: number; readonly midtones: number; readonly highlights: number };
  readonly sigma: number;
}

const COUNT = 9;

export function colorBalanceModel({ max, sigma }: ColorBalanceModelOptions): LayerModel {
  const parameters: Parameter[] = [];
  for (const limit of [max.shadows, max.midtones, max.highlights]) {
    for (let c = 0; c < 3; c++) parameters.push({ neutral: 0, min: -limit, max: limit, sigma });
  }
  return {
    parameters,
    conditions: [],
    at: (values) => colorBalanceAt(Float64Array.from(values)),
    toAdjustment,
  };
}

function colorBalanceAt(p: Float64Array): LayerAt {
  const topShadow = largest(p, 0);
  const topMid = largest(p, 3);
  const lowMid = smallest(p, 3);
  const lowHigh = smallest(p, 6);
  const whole = p.every(Number.isInteger);
  const black = new Float64Array(3);
  const span = new Float64Array(3);
  const power = new Float64Array(3);
  for (let c = 0; c < 3; c++) {
    black[c] = (p[topShadow] - p[c]) / 255;
    span[c] = 1 - (p[6 + c] - p[lowHigh]) / 255 - black[c];
    power[c] = 1 / gammaOf(p[3 + c] - (p[topMid] + p[lowMid]) / 2, whole);
  }
  return {
    evaluate: (source, target, count) => {
      for (let i = 0, end = 3 * count; i < end; i += 3) {
        for (let c = 0; c < 3; c++) {
          const u = (source[i + c] - black[c]) / span[c];
          target[i + c] = u <= 0 ? 0 : u >= 1 ? 1 : power[c] === 1 ? u : Math.pow(u, power[c]);
        }
      }
    },
    differentiate: (source, index, byColor, byParameter) => {
      byColor.fill(0);
      byParameter.fill(0);
      for (let c = 0; c < 3; c++) {
        const raw = (source[3 * index + c] - black[c]) / span[c];
        const leak = raw > 0 && raw < 1 ? 1 : LEAK;
        // The power law is steep without limit at black: one level up is steep enough to see by.
        const u = Math.min(Math.max(raw, 1 / 255), 1);
        const out = Math.pow(u, power[c]);
        const slope = (leak * power[c] * out) / u / span[c];
        byColor[4 * c] = slope;
        const byBlack = slope * (u - 1);
        const byWhite = -slope * u;
        const byMid = leak * out * Math.log(u) * power[c] * (-Math.LN2 / 100);
        const row = c * COUNT;
        byParameter[row + topShadow] += byBlack / 255;
        byParameter[row + c] -= byBlack / 255;
        byParameter[row + 6 + c] -= byWhite / 255;
        byParameter[row + lowHigh] += byWhite / 255;
        byParameter[row + 3 + c] += byMid;
        byParameter[row + topMid] -= byMid / 2;
        byParameter[row + lowMid] -= byMid / 2;
      }
    },
  };
}

/** Photoshop keeps two decimals; on the way there, between whole sliders, the gamma is smooth. */
function gammaOf(exponent: number, whole: boolean): number {
  const gamma = Math.pow(2, exponent / 100);
  return whole ? Math.round(100 * gamma) / 100 : gamma;
}

/** Index of the largest of three. */
function largest(p: Float64Array, first: number): number {
  let at = first;
  if (p[first + 1] > p[at]) at = first + 1;
  if (p[first + 2] > p[at]) at = first + 2;
  return at;
}

function smallest(p: Float64Array, first: number): number {
  let at = first;
  if (p[first + 1] < p[at]) at = first + 1;
  if (p[first + 2] < p[at]) at = first + 2;
  return at;
}

function toAdjustment(values: Float64Array): ColorBalanceAdjustment {
  const triple = (first: number): ColorBalanceTriple => [
    Math.round(values[first]) + 0,
    Math.round(values[first + 1]) + 0,
    Math.round(values[first + 2]) + 0,
  ];
  return {
    kind: 'colorBalance',
    shadows: triple(0),
    midtones: triple(3),
    highlights: triple(6),
    preserveLuminosity: true,
  };
}
