/**
 * The recipe: how pairs of pictures become a look and a stack of adjustment layers. Read this first.
 *
 *   align     the film frame onto the digital photo's pixels
 *   sample    corresponding colors, averaged over patches so that grain and small misfits cancel
 *   invert    film that is still a negative → positive, in the density domain
 *   fit       those colors → Look
 *   texture   grain and halation, once the look is known
 *   project   Look → the nearest stack of real Photoshop layers
 *   measure   how far the film is from the photo before, with the look, and with the layers
 */
import { alignFilmToDigital } from './align/alignFilmToDigital';
import { hintsOf } from './align/alignInput';
import type { AlignInput } from './align/alignInput';
import { registerFilm } from './align/registerFilm';
import type { Alignment } from './align/alignment';
import type { AdjustmentStack } from './adjustments';
import type { EstimateInput, Estimation, PairEstimate } from './estimation';
import { estimateTexture } from './estimateTexture';
import { fitLook } from './fit/fitLook';
import { NO_NUISANCES } from './fit/frameNuisances';
import type { Plane, RgbImage } from './image/rgbImage';
import { invertNegativeTask } from './negative/invertNegative';
import type { Inversion } from './negative/inversion';
import { invertPairs } from './negative/invertPairs';
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
  const scans = input.pairs.map((pair) => pair.film);
  const inverting = invertPairs(registered, scans, input.negative ?? 'auto', input.scanGamma ?? null);
  const { pairs: positives, inversion } = yield* within(inverting, 0.6, 0.62);
  const samples = positives.map((pair) => pair.samples);
  const look = yield* within(fitLook(samples, { name: input.name }), 0.62, 0.75);
  const { look: whole, texture } = yield* within(
    textureOf(input, positives[0], look.value, inversion),
    0.75,
    0.82,
  );
  const stack = yield* within(projectLook(whole, samples), 0.82, 0.95);
  const pairs: PairEstimate[] = [];
  for (const pair of positives) pairs.push(yield* measurePair(pair, whole, stack.value));
  return {
    status: 'ok',
    look: whole,
    stack: stack.value,
    pairs,
    validation: null,
    warnings: look.diagnostics.warnings,
    inversion,
    texture,
  };
}

function* lookOver(digital: RgbImage, { film, reliability }: RegisteredPair): Task<Look> {
  const samples = yield* sampleColors(digital, film, reliability);
  return (yield* fitLook([samples], { name: '' })).value;
}

function* textureOf(
  { pairs, details, grain = true, halation = true }: EstimateInput,
  pair: RegisteredPair,
  look: Look,
  inversion: Inversion | null,
): ReturnType<typeof estimateTexture> {
  const scan = details?.[0] ?? pairs[0].film;
  const isNegative = inversion !== null;
  const detail = isNegative ? yield* invertNegativeTask(scan, inversion) : scan;
  return yield* estimateTexture(
    { ...pair, detail, alignedFilm: pairs[0].film, fitLookTo: (digital) => lookOver(digital, pair) },
    look,
    { grain, halation },
  );
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
