/**
 * The light of one frame under a look that is known already: for a scene that was left out of the fit. Its exposure,
 * white balance, lab correction and field by Gauss–Newton with the priors of frameLight.ts, wider for the offsets, since
 * nothing else holds them.
 */
import { NormalEquations } from '../math/normalEquations';
import type { LookMapper } from '../render/renderLook';
import type { ColorSamples } from '../sample/colorSamples';
import { binSamples } from './binSamples';
import { LIGHT_FIELD_TERMS } from './colorBins';
import { fieldCenters } from './estimateFrameLight';
import { FIELD_VALUES, LIGHT_DEVIATIONS, createLightCorrection, lightFieldTerms } from './frameLight';
import { FRAME_VALUES, createPerceptualFrame } from './perceptualFrame';
import { robustTrust } from './robustTrust';

export interface OneFrame {
  /** Common, red and blue stops. */
  readonly light: readonly [number, number, number];
  readonly lab: readonly [number, number, number];
  /** FIELD_VALUES coefficients. */
  readonly field: Float64Array;
}

const OFFSET_DEVIATION = 0.5;
const OFFSET_COLOR_DEVIATION = 0.3;
const NOISE = 1;
const ROUNDS = 5;
const STEP_EV = 0.02;
const UNKNOWNS = FIELD_VALUES + 6;
const BINS = { places: 3, maxPerPair: 160, lightnessStep: 0.05, chromaStep: 0.03 } as const;

export function estimateOneFrame(samples: ColorSamples, look: LookMapper): OneFrame {
  const bins = binSamples([samples], BINS);
  const centers = fieldCenters([samples]);
  const render = createFrameRenderer(look, samples, centers);
  const frameAt = createPerceptualFrame(bins.space);
  const x = new Float64Array(UNKNOWNS);
  const changed = new Float64Array(UNKNOWNS);
  const trust = new Float64Array(bins.count).fill(1);
  const sizes = new Float64Array(bins.count);
  const frame = new Float64Array(FRAME_VALUES);
  const now = new Float64Array(3);
  const next = new Float64Array(3);
  const slopes = new Float64Array(3 * UNKNOWNS);
  const row = new Float64Array(UNKNOWNS);
  for (let round = 0; round < ROUNDS; round++) {
    const system = new NormalEquations(UNKNOWNS);
    for (let i = 0; i < bins.count; i++) {
      const terms = bins.field.subarray(LIGHT_FIELD_TERMS * i, LIGHT_FIELD_TERMS * (i + 1));
      render(bins.digital, 3 * i, terms, x, now);
      for (let k = 0; k < UNKNOWNS; k++) {
        changed.set(x);
        changed[k] += STEP_EV;
        render(bins.digital, 3 * i, terms, changed, next);
        for (let c = 0; c < 3; c++) slopes[c * UNKNOWNS + k] = (next[c] - now[c]) / STEP_EV;
      }
      frameAt(bins.film, 3 * i, frame, 0);
      let energy = 0;
      for (let output = 0; output < 3; output++) {
        let wanted = 0;
        row.fill(0);
        for (let c = 0; c < 3; c++) {
          const f = frame[3 * output + c];
          const misfit = bins.film[3 * i + c] - now[c];
          wanted += f * misfit;
          for (let k = 0; k < UNKNOWNS; k++) row[k] += f * slopes[c * UNKNOWNS + k];
        }
        energy += wanted * wanted;
        for (let k = 0; k < UNKNOWNS; k++) wanted += row[k] * x[k];
        system.add(row, wanted, (bins.weight[i] * trust[i]) / NOISE ** 2);
      }
      sizes[i] = Math.sqrt(energy);
    }
    for (let k = 0; k < UNKNOWNS; k++) {
      row.fill(0);
      row[k] = 1;
      system.add(row, 0, 1 / deviationOf(k) ** 2);
    }
    x.set(system.solve(0));
    robustTrust(sizes, trust);
  }
  const at = FIELD_VALUES;
  return {
    light: [x[at], x[at + 1], x[at + 2]],
    lab: [x[at + 3], x[at + 4], x[at + 5]],
    field: x.slice(0, at),
  };
}

function deviationOf(k: number): number {
  if (k < LIGHT_FIELD_TERMS) return LIGHT_DEVIATIONS.field;
  if (k < FIELD_VALUES) return LIGHT_DEVIATIONS.fieldColor;
  return (k - FIELD_VALUES) % 3 === 0 ? OFFSET_DEVIATION : OFFSET_COLOR_DEVIATION;
}

type FrameRenderer = (
  digital: ArrayLike<number>,
  at: number,
  terms: ArrayLike<number>,
  unknowns: ArrayLike<number>,
  out: Float64Array,
) => void;

/** What the film would show: light of the frame, look, lab. */
function createFrameRenderer(
  look: LookMapper,
  { space }: ColorSamples,
  centers: ArrayLike<number>,
): FrameRenderer {
  const correct = createLightCorrection(space);
  const stops = new Float64Array(3);
  const at0 = FIELD_VALUES;
  return (digital, at, terms, x, out) => {
    stops.fill(x[at0]);
    stops[0] += x[at0 + 1];
    stops[2] += x[at0 + 2];
    for (let k = 0; k < LIGHT_FIELD_TERMS; k++) {
      const value = terms[k] - centers[k];
      stops[0] += value * (x[k] + x[LIGHT_FIELD_TERMS + k]);
      stops[1] += value * x[k];
      stops[2] += value * (x[k] + x[2 * LIGHT_FIELD_TERMS + k]);
    }
    correct(digital, at, stops, out, 0, null);
    look(out, out, 1);
    stops.fill(x[at0 + 3]);
    stops[0] += x[at0 + 4];
    stops[2] += x[at0 + 5];
    correct(out, 0, stops, out, 0, null);
  };
}

/**
 * What the film would show of every sample of its frame.
 * @param centers of the samples that the frame was estimated from, see `fieldCenters`. @default those of `samples`
 * @returns 3 encoded values a sample
 */
export function renderSamples(
  samples: ColorSamples,
  look: LookMapper,
  frame: OneFrame,
  centers = fieldCenters([samples]),
): Float64Array {
  const render = createFrameRenderer(look, samples, centers);
  const unknowns = Float64Array.from([...frame.field, ...frame.light, ...frame.lab]);
  const terms = new Float64Array(LIGHT_FIELD_TERMS);
  const color = new Float64Array(3);
  const result = new Float64Array(3 * samples.count);
  for (let i = 0; i < samples.count; i++) {
    lightFieldTerms(samples.position[2 * i], samples.position[2 * i + 1], terms, 0);
    render(samples.digital, 3 * i, terms, unknowns, color);
    result.set(color, 3 * i);
  }
  return result;
}
