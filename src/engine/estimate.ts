/**
 * The recipe: how pairs of pictures become a look and a stack of adjustment layers. Read this first.
 *
 *   align     the film frame onto the digital photo's pixels
 *   sample    corresponding colors, averaged over patches so that grain and small misfits cancel
 *   fit       those colors → Look
 *   project   Look → the nearest stack of real Photoshop layers
 *   assess    which colors were seen and which are guessed
 *   measure   how far the film is from the photo before, with the look, and with the layers
 */
import { alignFilmToDigital } from './align/alignFilmToDigital';
import { hintsOf } from './align/alignInput';
import type { AlignInput } from './align/alignInput';
import { registerFilm } from './align/registerFilm';
import type { Alignment } from './align/alignment';
import type { AdjustmentStack } from './adjustments';
import { assessLook } from './confidence/assessLook';
import { extrapolationWarnings } from './confidence/extrapolationWarnings';
import type { EstimateInput, Estimation, PairEstimate } from './estimation';
import { compareModels } from './fit/alternatives/compareModels';
import { fitModel } from './fit/alternatives/fitModel';
import { NO_NUISANCES } from './fit/frameNuisances';
import type { Plane, RgbImage } from './image/rgbImage';
import type { Look } from './look';
import { measureStyle } from './measureStyle';
import { compareStacks } from './project/compareStacks';
import { projectLook } from './project/projectLook';
import type { ColorSamples } from './sample/colorSamples';
import { sampleColors } from './sample/sampleColors';
import { within, type Task } from './task';

/** A pair whose film frame lies on the digital photo's pixels. */
interface RegisteredPair {
  readonly alignment: Alignment;
  readonly digital: RgbImage;
  readonly film: RgbImage;
  readonly reliability: Plane;
  readonly samples: ColorSamples;
}

/** @throws UserError when the pictures hold nothing that a look could be learned from. */
export function* estimate(input: EstimateInput): Task<Estimation> {
  const registered: RegisteredPair[] = [];
  for (const [index, pair] of input.pairs.entries()) {
    const [from, to] = [(0.6 * index) / input.pairs.length, (0.6 * (index + 1)) / input.pairs.length];
    const outcome = yield* within(registerAndSample(pair), from, to);
    if ('status' in outcome) return { status: 'unaligned', pairIndex: index, alignment: outcome };
    registered.push(outcome);
  }
  const samples = registered.map((pair) => pair.samples);
  const model = input.model ?? 'film';
  const look = yield* within(fitModel(model, samples, { name: input.name }), 0.6, 0.75);
  const stack = yield* within(projectLook(look.value, samples, { stack: input.stack }), 0.75, 0.85);
  const photos = registered.map((pair) => pair.digital);
  const confidence = yield* within(assessLook(look.value, samples, photos), 0.85, 0.9);
  const projections = input.compareStacks
    ? yield* within(compareStacks(look.value, samples, stack), 0.9, 0.92)
    : [stack.diagnostics];
  const models = input.compareModels ? yield* within(compareModels(samples), 0.92, 0.95) : [];
  const pairs: PairEstimate[] = [];
  for (const pair of registered) pairs.push(yield* measurePair(pair, look.value, stack.value));
  return {
    status: 'ok',
    look: look.value,
    stack: stack.value,
    pairs,
    validation: null,
    model,
    projections,
    models,
    confidence,
    warnings: [...look.diagnostics.warnings, ...extrapolationWarnings(confidence)],
  };
}

function* registerAndSample(pair: AlignInput): Task<RegisteredPair | Alignment> {
  const alignment = yield* within(alignFilmToDigital(pair, hintsOf(pair)), 0, 0.8);
  if (alignment.status !== 'ok') return alignment;
  const { film, reliability } = yield* within(registerFilm(pair, alignment), 0.8, 0.9);
  const samples = yield* within(sampleColors(pair.digital, film, reliability), 0.9, 1);
  return { alignment, digital: pair.digital, film, reliability, samples };
}

function* measurePair(pair: RegisteredPair, look: Look, stack: AdjustmentStack): Task<PairEstimate> {
  const { alignment, digital, film: registeredFilm, reliability } = pair;
  const pictures = { digital, registeredFilm, reliability };
  const differences = yield* within(measureStyle(pictures, look, stack), 0.95, 1);
  return {
    alignment,
    registeredFilm,
    reliability,
    ...differences,
    nuisances: NO_NUISANCES,
    residual: differences.look,
    weight: 1,
  };
}
