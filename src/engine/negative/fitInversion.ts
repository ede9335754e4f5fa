/**
 * The inversion that brings the positive nearest to a digital photo of the scene: contrast and offset a channel, the
 * crosstalk of the dyes, and the bends of the paper, by least squares in CIELAB (chroma differences counted as
 * CIEDE2000 counts them) with broad priors at what films and papers usually are. The colors are binned before, so that
 * a sky or a black backdrop does not decide alone. The model is stiff on purpose: what it cannot say is the look's.
 */
import { createRgbToLab } from '../color/lab';
import { binSamples } from '../fit/binSamples';
import type { ColorBins } from '../fit/colorBins';
import { levenbergMarquardt } from '../math/levenbergMarquardt';
import type { ColorSamples } from '../sample/colorSamples';
import type { Task } from '../task';
import { UserError } from '../userError';
import { DEFAULT_PAPER, MEAN_OF_CHANNELS, type Inversion, type NegativeKind, type Triple } from './inversion';
import type { FilmBase } from './measureFilmBase';
import { printedValue } from './invertNegative';
import { scanDensity } from './scanDensity';

export interface FitInversionOptions extends FilmBase {
  readonly kind: NegativeKind;
  readonly scanGamma: number | null;
}

export interface InversionFit {
  readonly value: Inversion;
  readonly diagnostics: {
    readonly bins: number;
    /** Root mean square misfit of the bins, about in ΔE2000. */
    readonly misfit: number;
  };
}

/** What the data weighs against the priors: as so many independent colors, each known to one ΔE. */
const DATA_WEIGHT = 20;
/** More bins say nothing that the 15 unknowns could use, and take their time. */
const MAX_BINS = 500;
/** Two tell contrast from exposure where there is no noise; with fewer than four the priors would decide. */
const MIN_BINS = 4;
/** Levenberg–Marquardt steps a round, at most. */
const ITERATIONS = 25;
/** Each weighs the bins by the misfits of the one before. */
const ROUNDS = 3;
/** Bins further off than this many times the median misfit lose weight. */
const ROBUST = 2.5;
/** Print contrast over film contrast: films are about 0.6 and 0.5, prints 1.5. */
const USUAL_GAMMA = 2.5;
/**
 * Deviations of the priors, as broad as films, developments and papers differ: contrast by a factor 1.6, exposure by over
 * six stops, a dye that absorbs a quarter of its own in another's band, paper black by a tenth, its bends by half.
 */
const PRIOR = { logGamma: 0.5, crosstalk: 0.25, offset: 2, logBlack: 0.1, logBend: 0.4 } as const;

/**
 * @param pairs samples whose `film` is the un-inverted scan, all of one roll
 * @throws UserError `negative.too-few-colors` when the pairs show too few tones to tell contrast from exposure
 */
export function* fitInversion(
  pairs: readonly ColorSamples[],
  options: FitInversionOptions,
): Task<InversionFit> {
  const bins = binSamples(pairs, { maxPerPair: Math.floor(MAX_BINS / pairs.length) });
  if (bins.count < MIN_BINS) throw new UserError('negative.too-few-colors', { found: bins.count });
  const density = binDensities(bins, options);
  const target = targetLab(bins, options.kind);
  const model = options.kind === 'black-and-white' ? silverModel : dyeModel;
  const start = model.start(medianOffset(bins, density));
  const deviation = model.deviations;
  const trust = new Float64Array(bins.count).fill(1);
  const toLab = createRgbToLab(bins.space);
  const size = start.length;
  const lab = new Float64Array(3);
  const total = bins.weight.reduce((sum, w) => sum + w, 0);
  const residuals = (unknowns: Float64Array, out: Float64Array): void => {
    const inversion = model.inversion(unknowns, options, bins.space);
    for (let i = 0; i < bins.count; i++) {
      const color = printed(inversion, density, 3 * i);
      toLab(color[0], color[1], color[2], lab, 0);
      const scale = DATA_WEIGHT * Math.sqrt((trust[i] * bins.weight[i]) / total);
      for (let c = 0; c < 3; c++)
        out[3 * i + c] = scale * target.weight[3 * i + c] * (lab[c] - target.lab[3 * i + c]);
    }
    for (let j = 0; j < size; j++) out[3 * bins.count + j] = (unknowns[j] - start[j]) / deviation[j];
  };
  let unknowns = start;
  const out = new Float64Array(3 * bins.count + size);
  for (let round = 0; round < ROUNDS; round++) {
    const solved = yield* levenbergMarquardt({ count: out.length, residuals }, unknowns, ITERATIONS);
    unknowns = solved.unknowns;
    trust.fill(1);
    residuals(unknowns, out);
    if (round < ROUNDS - 1) reweigh(out, bins, trust);
  }
  let squares = 0;
  for (let i = 0; i < 3 * bins.count; i++) squares += out[i] * out[i];
  return {
    value: model.inversion(unknowns, options, bins.space),
    diagnostics: { bins: bins.count, misfit: Math.sqrt(squares) / DATA_WEIGHT },
  };
}

function binDensities(bins: ColorBins, { base, scanGamma }: FitInversionOptions): Float64Array {
  return bins.film.map((value, i) => scanDensity(value, bins.space, scanGamma) + Math.log10(base[i % 3]));
}

/** CIELAB of the digital colors, and how much each coordinate counts: silver film says nothing about a and b. */
function targetLab(bins: ColorBins, kind: NegativeKind): { lab: Float64Array; weight: Float64Array } {
  const lab = new Float64Array(3 * bins.count);
  const weight = new Float64Array(3 * bins.count).fill(1);
  const toLab = createRgbToLab(bins.space);
  for (let i = 0; i < 3 * bins.count; i += 3) {
    toLab(bins.digital[i], bins.digital[i + 1], bins.digital[i + 2], lab, i);
    const chroma = kind === 'black-and-white' ? 0 : 1 / (1 + 0.045 * Math.hypot(lab[i + 1], lab[i + 2]));
    weight[i + 1] = chroma;
    weight[i + 2] = chroma;
  }
  return { lab, weight };
}

const color = new Float64Array(3);

function printed(inversion: Inversion, density: Float64Array, at: number): Float64Array {
  const { crosstalk: m, gamma, offset } = inversion;
  for (let c = 0; c < 3; c++) {
    const mixed = m[3 * c] * density[at] + m[3 * c + 1] * density[at + 1] + m[3 * c + 2] * density[at + 2];
    color[c] = printedValue(gamma[c] * mixed + offset[c], inversion);
  }
  return color;
}

/** The offset that gives the median density the light of the median color, at the usual contrast. */
function medianOffset(bins: ColorBins, density: Float64Array): Triple {
  const median = (values: ArrayLike<number>, c: number): number => {
    const channel = Float64Array.from({ length: bins.count }, (_, i) => values[3 * i + c]).sort();
    return channel[channel.length >> 1];
  };
  const of = (c: number): number =>
    -scanDensity(median(bins.digital, c), bins.space, null) - USUAL_GAMMA * median(density, c);
  return [of(0), of(1), of(2)];
}

function reweigh(residual: Float64Array, bins: ColorBins, trust: Float64Array): void {
  const lengths = Float64Array.from(
    { length: bins.count },
    (_, i) =>
      Math.hypot(residual[3 * i], residual[3 * i + 1], residual[3 * i + 2]) / Math.sqrt(bins.weight[i] || 1),
  );
  const limit = ROBUST * lengths.slice().sort()[bins.count >> 1] + 1e-9;
  for (let i = 0; i < bins.count; i++) trust[i] = lengths[i] > limit ? limit / lengths[i] : 1;
}

interface UnknownsModel {
  readonly deviations: readonly number[];
  readonly start: (offset: Triple) => Float64Array;
  readonly inversion: (u: Float64Array, options: FitInversionOptions, space: ColorBins['space']) => Inversion;
}

const PAPER_START = [DEFAULT_PAPER.blackDensity, DEFAULT_PAPER.toe, DEFAULT_PAPER.shoulder].map(Math.log);
const PAPER_DEVIATIONS = [PRIOR.logBlack, PRIOR.logBend, PRIOR.logBend];
const three = (value: number): number[] => [value, value, value];

/** ln γ (3), offset (3), crosstalk off the diagonal (6), ln of the paper's numbers (3). */
const dyeModel: UnknownsModel = {
  deviations: [
    ...three(PRIOR.logGamma),
    ...three(PRIOR.offset),
    ...three(PRIOR.crosstalk),
    ...three(PRIOR.crosstalk),
    ...PAPER_DEVIATIONS,
  ],
  start: (offset) =>
    Float64Array.of(...three(Math.log(USUAL_GAMMA)), ...offset, ...three(0), ...three(0), ...PAPER_START),
  inversion: (u, options, space) => ({
    version: 1,
    ...options,
    space,
    gamma: [Math.exp(u[0]), Math.exp(u[1]), Math.exp(u[2])],
    offset: [u[3], u[4], u[5]],
    crosstalk: [1 - u[6] - u[7], u[6], u[7], u[8], 1 - u[8] - u[9], u[9], u[10], u[11], 1 - u[10] - u[11]],
    paper: paperOf(u, 12),
    origin: 'reference',
  }),
};

/** ln γ, offset, ln of the paper's numbers (3). */
const silverModel: UnknownsModel = {
  deviations: [PRIOR.logGamma, PRIOR.offset, ...PAPER_DEVIATIONS],
  start: (offset) => Float64Array.of(Math.log(USUAL_GAMMA), offset[1], ...PAPER_START),
  inversion: (u, options, space) => ({
    version: 1,
    ...options,
    space,
    gamma: [Math.exp(u[0]), Math.exp(u[0]), Math.exp(u[0])],
    offset: [u[1], u[1], u[1]],
    crosstalk: MEAN_OF_CHANNELS,
    paper: paperOf(u, 2),
    origin: 'reference',
  }),
};

function paperOf(u: Float64Array, at: number): Inversion['paper'] {
  return { blackDensity: Math.exp(u[at]), toe: Math.exp(u[at + 1]), shoulder: Math.exp(u[at + 2]) };
}
