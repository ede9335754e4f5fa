/**
 * Leave-one-scene-out: the look of all other pairs, on the colors of the pair that was left out, as shot and with what
 * is that frame's own (exposure, white balance, lab, light field) taken out.
 */
import type { HeldOutPair, Validation } from '../estimation';
import { summarizeColors } from './summarizeColors';
import type { ColorSamples } from '../sample/colorSamples';
import { within, type Task } from '../task';
import { estimateOneFrame, renderSamples } from './estimateOneFrame';
import { fitLook } from './fitLook';
import { createLookMapper } from '../render/renderLook';

/** @returns null when fewer than two pairs count */
export function* validateLook(
  pairs: readonly ColorSamples[],
  pairWeights: readonly number[] = pairs.map(() => 1),
): Task<Validation | null> {
  const used = pairs.flatMap((_, index) => (pairWeights[index] > 0 ? [index] : []));
  if (used.length < 2) return null;
  const results: HeldOutPair[] = [];
  for (const [k, pairIndex] of used.entries()) {
    const [from, to] = [k / used.length, (k + 1) / used.length];
    const others = pairWeights.map((weight, index) => (index === pairIndex ? 0 : weight));
    const { value } = yield* within(fitLook(pairs, { name: '', pairWeights: others }), from, to);
    results.push({ pairIndex, look: value, ...measureOnScene(pairs[pairIndex], createLookMapper(value)) });
    yield { stage: 'fit.validate', fraction: to };
  }
  return { pairs: results };
}

/** A look on a scene that it never saw. */
export function measureOnScene(
  samples: ColorSamples,
  look: ReturnType<typeof createLookMapper>,
): Omit<HeldOutPair, 'pairIndex' | 'look'> {
  const asShot = new Float64Array(3 * samples.count);
  look(samples.digital, asShot, samples.count);
  return {
    before: summarizeColors(samples, samples.digital),
    asShot: summarizeColors(samples, asShot),
    nuisancesRemoved: summarizeColors(samples, renderSamples(samples, look, estimateOneFrame(samples, look))),
  };
}
