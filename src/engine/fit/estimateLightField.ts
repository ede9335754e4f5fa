/**
 * Exposure differences and light fields of the pairs, with the look marginalized out.
 *
 * Look and light enter one linear Gaussian system, linearized at the current light (Gauss–Newton): the light part of its
 * solution is the estimate with every look of the prior integrated over, so that no wrong look can explain a field away.
 * Bins are kept apart by place here, since the same color at the center and in a corner is what shows a field.
 */
import { RidgeSystem } from '../math/ridgeSystem';
import type { ColorSamples } from '../sample/colorSamples';
import type { Task } from '../task';
import { binSamples } from './binSamples';
import { LIGHT_FIELD_TERMS } from './colorBins';
import type { FilmPrior } from './filmPrior';
import { huberTrust, whitenRows } from './fitPriorLook';
import { LightField, createLightCorrection, lightFieldTerms } from './lightField';
import { LookModel } from './lookModel';
import { whitenBins } from './whitenBins';

const ROUNDS = 4;
const PLACES = 3;
const MAX_BINS_PER_PAIR = 260;
const NOISE = 0.015;

export function* estimateLightField(pairs: readonly ColorSamples[], prior: FilmPrior): Task<LightField> {
  const light = new LightField(pairs.length, fieldCenters(pairs));
  const bins = binSamples(pairs, {
    places: PLACES,
    maxPerPair: MAX_BINS_PER_PAIR,
    lightnessStep: 0.05,
    chromaStep: 0.03,
  });
  const correct = createLightCorrection(bins.space);
  const whitening = whitenBins(bins);
  const model = new LookModel(prior);
  const m = prior.components;
  const q = light.coefficients.length;
  const n = m + q;
  const deviation = new Float64Array(n).fill(1);
  deviation.set(light.deviation, m);
  const trust = new Float64Array(bins.count).fill(1);
  const rows = new Float64Array(3 * n * bins.count);
  const wanted = new Float64Array(3 * bins.count);
  const corrected = new Float64Array(3);
  const stops = new Float64Array(3);
  const slope = new Float64Array(3);
  const mean = new Float64Array(3);
  const jacobian = new Float64Array(9);
  const gradient = new Float64Array(3 * q);
  for (let round = 0; round < ROUNDS; round++) {
    const system = new RidgeSystem(n);
    const scaled = new Float64Array(3 * n);
    for (let i = 0; i < bins.count; i++) {
      const block = rows.subarray(3 * n * i, 3 * n * (i + 1));
      const field = LIGHT_FIELD_TERMS * i;
      light.stops(bins.pair[i], bins.field, field, stops);
      correct(bins.digital, 3 * i, stops, corrected, 0, slope);
      model.features(corrected, 0, mean, block, n);
      model.slopes(corrected, 0, jacobian);
      light.gradient(bins.pair[i], bins.field, field, gradient);
      for (let c = 0; c < 3; c++) {
        let residual = bins.film[3 * i + c] - corrected[c] - mean[c];
        for (let k = 0; k < q; k++) {
          let d = 0;
          for (let input = 0; input < 3; input++)
            d += jacobian[3 * c + input] * slope[input] * gradient[input * q + k];
          block[c * n + m + k] = d;
          residual += d * light.coefficients[k];
        }
        wanted[3 * i + c] = residual;
      }
      whitenRows(whitening, i, block, n, wanted);
      const root = Math.sqrt(trust[i]);
      for (let k = 0; k < 3 * n; k++) scaled[k] = root * block[k];
      system.addColor(scaled, root * wanted[3 * i], root * wanted[3 * i + 1], root * wanted[3 * i + 2]);
      if (i % 64 === 63) yield { stage: 'fit.light', fraction: (round + i / bins.count) / ROUNDS };
    }
    const { solution } = yield* system.solve(NOISE, deviation);
    model.setCoefficients(solution);
    light.coefficients.set(solution.subarray(m));
    const sizes = new Float64Array(bins.count);
    for (let i = 0; i < bins.count; i++) {
      let energy = 0;
      for (let c = 0; c < 3; c++) {
        let r = wanted[3 * i + c];
        const from = 3 * n * i + c * n;
        for (let k = 0; k < n; k++) r -= rows[from + k] * solution[k];
        energy += r * r;
      }
      sizes[i] = Math.sqrt(energy / Math.max(1e-12, bins.weight[i]));
    }
    huberTrust(sizes, trust);
    yield { stage: 'fit.light', fraction: (round + 1) / ROUNDS };
  }
  return light;
}

/** The samples' digital colors in the light of the mean frame. */
export function correctSamples(pairs: readonly ColorSamples[], light: LightField): Float64Array[] {
  const stops = new Float64Array(3);
  const terms = new Float64Array(LIGHT_FIELD_TERMS);
  return pairs.map((samples, pair) => {
    const correct = createLightCorrection(samples.space);
    const result = new Float64Array(3 * samples.count);
    for (let i = 0; i < samples.count; i++) {
      lightFieldTerms(samples.position[2 * i], samples.position[2 * i + 1], terms, 0);
      light.stops(pair, terms, 0, stops);
      correct(samples.digital, 3 * i, stops, result, 3 * i, null);
    }
    return result;
  });
}

/** Mean of each term over the samples of each pair, without their weights: the frame, not what lies in it. */
function fieldCenters(pairs: readonly ColorSamples[]): Float64Array {
  const centers = new Float64Array(LIGHT_FIELD_TERMS * pairs.length);
  const terms = new Float64Array(LIGHT_FIELD_TERMS);
  pairs.forEach((samples, pair) => {
    for (let i = 0; i < samples.count; i++) {
      lightFieldTerms(samples.position[2 * i], samples.position[2 * i + 1], terms, 0);
      for (let k = 0; k < LIGHT_FIELD_TERMS; k++)
        centers[LIGHT_FIELD_TERMS * pair + k] += terms[k] / samples.count;
    }
  });
  return centers;
}
