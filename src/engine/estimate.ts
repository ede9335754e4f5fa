/**
 * The recipe: how pairs of pictures become a look and a stack of adjustment layers. Read this first.
 *
 *   flatten   the light of the scans, where a frame without film shows it
 *   align     the film frame onto the digital photo's pixels
 *   sample    corresponding colors, averaged over patches so that grain and small misfits cancel
 *   invert    film that is still a negative → positive, in the density domain
 *   fit       those colors → Look
 *   texture   grain and halation, once the look is known
 *   project   Look → the nearest stack of real Photoshop layers
 *   assess    which colors were seen and which are guessed
 *   measure   how far the film is from the photo before, with the look, and with the layers
 */
import { alignFilmToDigital } from './align/alignFilmToDigital';
import { hintsOf } from './align/alignInput';
import { registerFilm } from './align/registerFilm';
import type { Alignment } from './align/alignment';
import type { AdjustmentStack } from './adjustments';
import { assessLook } from './confidence/assessLook';
import { extrapolationWarnings } from './confidence/extrapolationWarnings';
import type { EstimateInput, Estimation, PairEstimate } from './estimation';
import { estimateTexture, type TextureInput } from './estimateTexture';
import { compareModels } from './fit/alternatives/compareModels';
import { fitModel } from './fit/alternatives/fitModel';
import { fitLook } from './fit/fitLook';
import { matchFrame } from './fit/matchFrame';
import { measureFrame } from './fit/measureFrame';
import { validateLook } from './fit/validateLook';
import type { Plane, RgbImage } from './image/rgbImage';
import { inEvenLight } from './negative/evenLight';
import { invertNegativeTask } from './negative/invertNegative';
import type { Inversion } from './negative/inversion';
import { invertPairs, isTakenForNegative } from './negative/invertPairs';
import type { Look } from './look';
import { measureStyle } from './measureStyle';
import { compareStacks } from './project/compareStacks';
import { projectLook } from './project/projectLook';
import type { ColorSamples } from './sample/colorSamples';
import { sampleColors } from './sample/sampleColors';
import { inStage, within, type Task } from './task';

/** A pair whose film frame lies on the digital photo's pixels. */
interface RegisteredPair {
  readonly alignment: Alignment;
  readonly digital: RgbImage;
  /** The film picture in even light, not yet warped. */
  readonly scan: RgbImage;
  readonly film: RgbImage;
  readonly reliability: Plane;
  readonly samples: ColorSamples;
}

/** @throws UserError when the pictures hold nothing that a look could be learned from. */
export function* estimate(input: EstimateInput): Task<Estimation> {
  const registered: RegisteredPair[] = [];
  for (let index = 0; index < input.pairs.length; index++) {
    const [from, to] = [(0.6 * index) / input.pairs.length, (0.6 * (index + 1)) / input.pairs.length];
    const outcome = yield* within(registerAndSample(input, index), from, to);
    if ('status' in outcome) return { status: 'unaligned', pairIndex: index, alignment: outcome };
    registered.push(outcome);
  }
  const inverting = invertPairs(registered, input.negative ?? 'auto', input.scanGamma ?? null);
  const { pairs: positives, ...negatives } = yield* within(inverting, 0.6, 0.62);
  const samples = positives.map((pair) => pair.samples);
  const weights = input.pairs.map((_, index) => input.pairWeights?.[index] ?? 1);
  const model = input.model ?? 'film';
  const fitted = fitModel(model, samples, { name: input.name, pairWeights: weights });
  const { value: colors, diagnostics } = yield* within(fitted, 0.62, 0.7);
  const frames = samples.map((pair, index) => measureFrame(pair, colors, diagnostics.nuisances[index]));
  const matchedFrame = input.matchFrame ?? null;
  const matched = matchedFrame === null ? colors : matchFrame(colors, frames[matchedFrame].nuisances);
  const { look, texture } = yield* within(textureOf(input, positives, matched, negatives), 0.7, 0.74);
  const validation = model === 'film' ? yield* within(validateLook(samples, weights), 0.74, 0.8) : null;
  const stack = yield* within(projectLook(look, samples, { stack: input.stack }), 0.8, 0.87);
  const used = samples.filter((_, index) => weights[index] > 0);
  const photos = positives.map((pair) => pair.digital);
  const confidence = yield* within(assessLook(look, used, photos), 0.87, 0.9);
  const projections = input.compareStacks
    ? yield* within(compareStacks(look, samples, stack), 0.9, 0.92)
    : [stack.diagnostics];
  const models = input.compareModels
    ? yield* within(inStage('compare', compareModels(used)), 0.92, 0.95)
    : [];
  const pairs: PairEstimate[] = [];
  for (const [index, pair] of positives.entries()) {
    const differences = yield* within(measurePair(pair, look, stack.value), 0.95, 1);
    const { masked } = pair.samples;
    pairs.push({ ...differences, ...frames[index], weight: weights[index], ...(masked && { masked }) });
  }
  const warnings = [...diagnostics.warnings, ...extrapolationWarnings(confidence)];
  const result = { look, stack: stack.value, pairs, validation, model, projections, models, confidence };
  return { status: 'ok', ...result, matchedFrame, warnings, inversion: negatives.inversion, texture };
}

function* lookOver(digital: RgbImage, { film, reliability }: RegisteredPair): Task<Look> {
  const samples = yield* sampleColors(digital, film, reliability);
  return (yield* fitLook([samples], { name: '' })).value;
}

function* textureOf(
  input: EstimateInput,
  positives: readonly RegisteredPair[],
  look: Look,
  {
    isNegative,
    inversion,
  }: { readonly isNegative: readonly boolean[]; readonly inversion: Inversion | null },
): ReturnType<typeof estimateTexture> {
  const { details, pairWeights, grain = true, halation = true } = input;
  const inputs: TextureInput[] = [];
  for (const [i, pair] of positives.entries()) {
    if (pairWeights?.[i] === 0) continue;
    const fine = details?.[i];
    const scan = fine
      ? yield* inEvenLight(fine, input.flats?.[i], input.scanGamma ?? null, isNegative[i])
      : pair.scan;
    const detail = inversion && isNegative[i] ? yield* invertNegativeTask(scan, inversion) : scan;
    const fitLookTo = (digital: RgbImage) => lookOver(digital, pair);
    inputs.push({ ...pair, detail, alignedFilm: pair.scan, fitLookTo });
  }
  return yield* estimateTexture(inputs, look, { grain, halation });
}

function* registerAndSample(input: EstimateInput, index: number): Task<RegisteredPair | Alignment> {
  const given = input.pairs[index];
  const { scanGamma = null } = input;
  const flat = input.flats?.[index];
  const even = yield* within(inEvenLight(given.film, flat, scanGamma, true), 0, 0.02);
  const pair = { ...given, film: even };
  const alignment = yield* within(alignFilmToDigital(pair, hintsOf(pair)), 0.02, 0.8);
  if (alignment.status !== 'ok') return alignment;
  const isNegative = isTakenForNegative(input.negative ?? 'auto', alignment);
  const scan = isNegative ? even : yield* inEvenLight(given.film, flat, scanGamma, false);
  const { film, reliability } = yield* within(registerFilm({ ...pair, film: scan }, alignment), 0.8, 0.9);
  const masks = { sky: input.maskSky ?? false };
  const samples = yield* within(sampleColors(pair.digital, film, reliability, masks), 0.9, 1);
  return { alignment, digital: pair.digital, scan, film, reliability, samples };
}

function* measurePair(pair: RegisteredPair, look: Look, stack: AdjustmentStack) {
  const { alignment, digital, film: registeredFilm, reliability } = pair;
  const differences = yield* measureStyle({ digital, registeredFilm, reliability }, look, stack);
  return { alignment, registeredFilm, reliability, ...differences };
}
