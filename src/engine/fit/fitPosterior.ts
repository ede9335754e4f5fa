/**
 * The fit itself: samples of one or several pairs → the look as a function, and the light of each frame apart from it.
 *
 *   kind      color or black-and-white film: each has its prior
 *   light     fields, exposures and lab corrections, with the look marginalized out; taken out of the samples
 *   bins      the corrected samples, averaged over cells of color
 *   noise     by cross-validation over scenes or clusters of colors, and from the scatter of the samples
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
import { COLOR_KERNEL, MONOCHROME_KERNEL, createLookKernel } from './lookKernel';
import { LookModel } from './lookModel';
import { measureScatter } from './measureScatter';
import type { LookPosterior } from './lookPosterior';
import { ProcessTable } from './processTable';

export interface PosteriorFit {
  readonly posterior: LookPosterior;
  readonly kind: FilmPriorKind;
  readonly light: FrameLight;
  /** The samples with the light of their frames taken out. */
  readonly corrected: readonly ColorSamples[];
  /** Of the corrected samples. */
  readonly bins: ColorBins;
  /** Deviation of a bin of mean weight, ΔE2000; by cross-validation, and no less than the samples' scatter asks for. */
  readonly noise: number;
  /** Robust deviation of single samples about the look, ΔE2000. */
  readonly scatter: number;
  /** Robust factor in (0, 1] a bin. */
  readonly trust: Float64Array;
}

/** Noise that the light is estimated with; the look's own is chosen. */
const LIGHT_NOISE = 1;
/** The scatter is measured about a fit with at least this noise. */
const FIRST_NOISE = 1.2;
/** What even clean samples scatter: structure that no smooth look follows. */
const CLEAN_SCATTER = 0.2;
/** Bins err together more than their samples' scatter says: simulated pairs are learned best with this ratio. */
const NOISE_OF_SCATTER = 3.5;
const MAX_NOISE = 3;
const ROBUST_ROUNDS = 2;
/** The cost grows with the third power; cells are made larger before there are more. */
const MAX_BINS = 400;

/** @param pairs at least one, in one space */
export function* fitPosterior(pairs: readonly ColorSamples[]): Task<PosteriorFit> {
  const kind: FilmPriorKind = isMonochromeFilm(binSamples(pairs, COLOR_BINS)) ? 'monochrome' : 'color';
  const prior = filmPrior(kind);
  const kernel = kind === 'color' ? COLOR_KERNEL : MONOCHROME_KERNEL;
  const light = yield* within(estimateFrameLight(pairs, prior, { kernel, noise: LIGHT_NOISE }), 0, 0.5);
  const corrected = yield* within(removeFrameLight(pairs, light), 0.5, 0.55);
  yield { stage: 'fit.look', fraction: 0.55 };
  const bins = binAtMost(corrected, MAX_BINS, pairs.length > 1 ? COLOR_BINS : {});
  yield { stage: 'fit.look', fraction: 0.55 };
  const model = new LookModel(prior);
  const deviation = new Float64Array(prior.components).fill(1);
  const equations = lookEquations(bins, model, bins.digital, bins.film);
  yield { stage: 'fit.look', fraction: 0.55 };
  const chosen = yield* within(chooseNoise(bins, equations, kernel, deviation), 0.55, 0.7);
  const solve = function* (noise: number): Task<{ posterior: LookPosterior; trust: Float64Array }> {
    const options = { kernel, noise, deviation, rounds: ROBUST_ROUNDS };
    const { unknowns, alpha, trust } = yield* solveGaussianSystem(equations, options);
    model.setCoefficients(unknowns);
    const process = yield* ProcessTable.of(createLookKernel(kernel), equations.places, alpha, bins.space);
    return { posterior: { model, process, space: bins.space }, trust };
  };
  let solved = yield* within(solve(Math.max(chosen, FIRST_NOISE)), 0.7, 0.8);
  const scatter = yield* within(measureScatter(corrected, solved.posterior), 0.8, 0.85);
  const excess = Math.sqrt(Math.max(0, scatter ** 2 - CLEAN_SCATTER ** 2));
  const noise = Math.max(chosen, Math.min(MAX_NOISE, NOISE_OF_SCATTER * excess));
  if (noise !== Math.max(chosen, FIRST_NOISE)) solved = yield* within(solve(noise), 0.85, 1);
  return { ...solved, kind, light, corrected, bins, noise, scatter };
}
