/**
 * Exposure differences, lab corrections and light fields of the pairs, with the look marginalized out.
 *
 * Look and light enter one linear Gaussian system, linearized at the current light (Gauss–Newton): the light part of its
 * solution is the estimate with every look of the prior integrated over, so that no wrong look can explain a field away.
 * Bins are kept apart by place here, since the same color at the center and in a corner is what shows a field.
 */
import type { ColorSamples } from '../sample/colorSamples';
import type { Task } from '../task';
import { binAtMost, type BinOptions } from './binSamples';
import { LIGHT_FIELD_TERMS } from './colorBins';
import type { FilmPrior } from './filmPrior';
import { FrameLight, createLightCorrection, lightFieldTerms, type LightDeviations } from './frameLight';
import { solveGaussianSystem } from './gaussianSystem';
import { lookEquations, type FurtherUnknowns } from './lookEquations';
import type { LookKernelOptions } from './lookKernel';
import { LookModel } from './lookModel';

export interface FrameLightOptions {
  readonly kernel: LookKernelOptions;
  readonly noise: number;
  readonly deviations?: LightDeviations;
  readonly rounds?: number;
  readonly bins?: BinOptions;
}

const ROUNDS = 3;
const BINS: BinOptions = { places: 3, lightnessStep: 0.05, chromaStep: 0.03 };
const MAX_BINS = 360;
const MIN_BINS_PER_PAIR = 60;

export function* estimateFrameLight(
  pairs: readonly ColorSamples[],
  prior: FilmPrior,
  options: FrameLightOptions,
): Task<FrameLight> {
  yield { stage: 'fit.light', fraction: 0 };
  const light = new FrameLight(pairs.length, fieldCenters(pairs), options.deviations);
  const bins = binAtMost(pairs, Math.max(MAX_BINS, MIN_BINS_PER_PAIR * pairs.length), options.bins ?? BINS);
  yield { stage: 'fit.light', fraction: 0 };
  const model = new LookModel(prior);
  const correct = createLightCorrection(bins.space);
  const q = light.coefficients.length;
  const m = prior.components;
  const deviation = new Float64Array(m + q).fill(1);
  deviation.set(light.deviation, m);
  const trust = new Float64Array(bins.count).fill(1);
  const digital = new Float64Array(3 * bins.count);
  const film = new Float64Array(3 * bins.count);
  const digitalSlope = new Float64Array(3 * bins.count);
  const filmSlope = new Float64Array(3 * bins.count);
  const stops = new Float64Array(3);
  const slope = new Float64Array(3);
  const jacobian = new Float64Array(9);
  const before = new Float64Array(3 * q);
  const behind = new Float64Array(3 * q);
  const further: FurtherUnknowns = {
    count: q,
    write(bin, rows, wanted) {
      model.slopes(digital, 3 * bin, jacobian);
      light.lightGradient(bins.pair[bin], bins.field, LIGHT_FIELD_TERMS * bin, before);
      light.labGradient(bins.pair[bin], behind);
      for (let c = 0; c < 3; c++) {
        for (let k = 0; k < q; k++) {
          let d = filmSlope[3 * bin + c] * behind[c * q + k];
          for (let input = 0; input < 3; input++) {
            d += jacobian[3 * c + input] * digitalSlope[3 * bin + input] * before[input * q + k];
          }
          rows[c * q + k] = d;
          wanted[c] += d * light.coefficients[k];
        }
      }
    },
  };
  const rounds = options.rounds ?? ROUNDS;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < bins.count; i++) {
      light.lightStops(bins.pair[i], bins.field, LIGHT_FIELD_TERMS * i, stops);
      correct(bins.digital, 3 * i, stops, digital, 3 * i, slope);
      digitalSlope.set(slope, 3 * i);
      light.labStops(bins.pair[i], stops);
      for (let c = 0; c < 3; c++) stops[c] = -stops[c];
      correct(bins.film, 3 * i, stops, film, 3 * i, slope);
      filmSlope.set(slope, 3 * i);
    }
    const equations = lookEquations(bins, model, digital, film, further);
    yield { stage: 'fit.light', fraction: round / rounds };
    const { unknowns } = yield* solveGaussianSystem(
      equations,
      { kernel: options.kernel, noise: options.noise, deviation, rounds: 1 },
      trust,
    );
    model.setCoefficients(unknowns.subarray(0, m));
    light.coefficients.set(unknowns.subarray(m));
    yield { stage: 'fit.light', fraction: (round + 1) / rounds };
  }
  return light;
}

/** The samples as they would be in the light of the mean frame, and printed by the mean lab. */
export function* removeFrameLight(pairs: readonly ColorSamples[], light: FrameLight): Task<ColorSamples[]> {
  const stops = new Float64Array(3);
  const color = new Float64Array(3);
  const terms = new Float64Array(LIGHT_FIELD_TERMS);
  const result: ColorSamples[] = [];
  for (const [pair, samples] of pairs.entries()) {
    const correct = createLightCorrection(samples.space);
    const digital = new Float32Array(3 * samples.count);
    const film = new Float32Array(3 * samples.count);
    for (let i = 0; i < samples.count; i++) {
      lightFieldTerms(samples.position[2 * i], samples.position[2 * i + 1], terms, 0);
      light.lightStops(pair, terms, 0, stops);
      correct(samples.digital, 3 * i, stops, color, 0, null);
      digital.set(color, 3 * i);
      light.labStops(pair, stops);
      for (let c = 0; c < 3; c++) stops[c] = -stops[c];
      correct(samples.film, 3 * i, stops, color, 0, null);
      film.set(color, 3 * i);
    }
    result.push({ ...samples, digital, film });
    yield { stage: 'fit.light', fraction: (pair + 1) / pairs.length };
  }
  return result;
}

/** Mean of each term over the samples of each pair, without their weights: the frame, not what lies in it. */
export function fieldCenters(pairs: readonly ColorSamples[]): Float64Array {
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
