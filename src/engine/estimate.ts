/**
 * The recipe: how pairs of pictures become a look and a stack of adjustment layers. Read this first.
 *
 *   align     the film frame onto the digital photo's pixels
 *   sample    corresponding colors, averaged over patches so that grain and small misfits cancel
 *   fit       those colors → Look
 *   project   Look → the nearest stack of real Photoshop layers
 *   measure   how far the film is from the photo before, with the look, and with the layers
 */
import { alignFilmToDigital } from './align/alignFilmToDigital';
import { registerFilm } from './align/registerFilm';
import type { Alignment } from './align/alignment';
import type { AdjustmentStack } from './adjustments';
import type { EstimateInput, Estimation, PairEstimate } from './estimation';
import { fitLook } from './fit/fitLook';
import { measureFrame } from './fit/measureFrame';
import { validateLook } from './fit/validateLook';
import type { ImagePair, Plane, RgbImage } from './image/rgbImage';
import type { Look } from './look';
import { measureStyle } from './measureStyle';
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
  const weights = input.pairs.map((_, index) => input.pairWeights?.[index] ?? 1);
  const fit = yield* within(fitLook(samples, { name: input.name, pairWeights: weights }), 0.6, 0.75);
  const validation = yield* within(validateLook(samples, weights), 0.75, 0.85);
  const stack = yield* within(projectLook(fit.value, samples), 0.85, 0.95);
  const pairs: PairEstimate[] = [];
  for (const [index, pair] of registered.entries()) {
    const differences = yield* within(measurePair(pair, fit.value, stack.value), 0.95, 1);
    const frame = measureFrame(pair.samples, fit.value, fit.diagnostics.nuisances[index]);
    pairs.push({ ...differences, ...frame, weight: weights[index] });
  }
  const { warnings } = fit.diagnostics;
  return { status: 'ok', look: fit.value, stack: stack.value, pairs, validation, warnings };
}

function* registerAndSample(pair: ImagePair): Task<RegisteredPair | Alignment> {
  const alignment = yield* within(alignFilmToDigital(pair), 0, 0.8);
  if (alignment.status !== 'ok') return alignment;
  const { film, reliability } = yield* within(registerFilm(pair, alignment), 0.8, 0.9);
  const samples = yield* within(sampleColors(pair.digital, film, reliability), 0.9, 1);
  return { alignment, digital: pair.digital, film, reliability, samples };
}

function* measurePair(pair: RegisteredPair, look: Look, stack: AdjustmentStack) {
  const { alignment, digital, film: registeredFilm, reliability } = pair;
  const differences = yield* measureStyle({ digital, registeredFilm, reliability }, look, stack);
  return { alignment, registeredFilm, reliability, ...differences };
}
