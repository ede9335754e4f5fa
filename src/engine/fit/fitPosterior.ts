/**
 * The fit itself: samples of one or several pairs → the look as a function, and the light of each frame apart from it.
 *
 *   kind      color or black-and-white film: each has its prior
 *   light     fields, exposures and lab corrections, with the look marginalized out; taken out of the samples
 *   bins      the corrected samples, averaged over cells of color
 *   noise     by cross-validation over scenes or clusters of colors
 *   look      film prior and Gaussian process, robustly
 */
import type { ColorSamples } from '../sample/colorSamples';
import { within, type Task } from '../task';
import { binAtMost, binSamples } from './binSamples';
import { chooseNoise } from './chooseNoise';
import { COLOR_BINS, type ColorBins } from './colorBins';
import { estimateFrameLight, removeFrameLight } from './estimateFrameLight';
import { filmPrior, type FilmPriorKind } from './filmPrior';
import type { FrameLight } from './frameLight';
import { solveGaussianSystem } from './gaussianSystem';
import { isMonochromeFilm } from './isMonochromeFilm';
import { lookEquations } from './lookEquations';
import { COLOR_KERNEL, MONOCHROME_KERNEL } from './lookKernel';
import { LookModel } from './lookModel';
import type { LookPosterior } from './lookPosterior';

export interface PosteriorFit {
  readonly posterior: LookPosterior;
  readonly kind: FilmPriorKind;
  readonly light: FrameLight;
  /** Of the corrected samples. */
  readonly bins: ColorBins;
  /** Deviation of a bin of mean weight, ΔE2000; chosen by cross-validation. */
  readonly noise: number;
  /** Robust factor in (0, 1] a bin. */
  readonly trust: Float64Array;
}

/** Noise that the light is estimated with; the look's own is chosen. */
const LIGHT_NOISE = 0.6;
const ROBUST_ROUNDS = 2;
/** The cost grows with the third power; cells are made larger before there are more. */
const MAX_BINS = 400;
/** Of the prior's coefficients: films are a little more alike than the synthesized ones. */
const PRIOR_DEVIATION = 0.7;

/** @param pairs at least one, in one space */
export function* fitPosterior(pairs: readonly ColorSamples[]): Task<PosteriorFit> {
  const kind: FilmPriorKind = isMonochromeFilm(binSamples(pairs, COLOR_BINS)) ? 'monochrome' : 'color';
  const prior = filmPrior(kind);
  const kernel = kind === 'color' ? COLOR_KERNEL : MONOCHROME_KERNEL;
  const light = yield* within(estimateFrameLight(pairs, prior, { kernel, noise: LIGHT_NOISE }), 0, 0.5);
  const corrected = yield* within(removeFrameLight(pairs, light), 0.5, 0.55);
  const bins = binAtMost(corrected, MAX_BINS, pairs.length > 1 ? COLOR_BINS : {});
  const model = new LookModel(prior);
  const deviation = new Float64Array(prior.components).fill(PRIOR_DEVIATION);
  const equations = lookEquations(bins, model, bins.digital, bins.film);
  const noise = yield* within(chooseNoise(bins, equations, kernel, deviation), 0.55, 0.8);
  const options = { kernel, noise, deviation, rounds: ROBUST_ROUNDS };
  const { unknowns, alpha, trust } = yield* within(solveGaussianSystem(equations, options), 0.8, 1);
  model.setCoefficients(unknowns);
  const posterior = { model, places: equations.places, alpha, kernel, space: bins.space };
  return { posterior, kind, light, bins, noise, trust };
}
