/**
 * Halation and look together: a look that was fitted to a film with a glow has taken a part of the glow for color, so
 * that too little of it is left to see. The look is fitted again to the photo *with* the glow, for this alone. Each time
 * about the same share of what is missing comes back, so that three strengths tell where they lead (Aitken, On Bernoulli's
 * Numerical Solution of Algebraic Equations, 1926).
 */
import type { RgbImage } from '../image/rgbImage';
import type { Look } from '../look';
import { within, type Task } from '../task';
import { estimateHalation, MEASURABLE, type HalationEstimate, type HalationInput } from './estimateHalation';
import { renderHalationTask } from './renderHalation';

/** The look of the film over a photo with the glow in it. */
export type FitLookTo = (digital: RgbImage) => Task<Look>;

const ROUNDS = 2;
/** A share that changes less than this has settled. */
const SETTLED = 0.02;
/** Change of the strength over the change before, above which there is no telling where it leads. */
const MAX_RATIO = 0.7;
/** Where the strength grows by more, the look took so much of the glow for color that the rest is a guess. */
const MAX_GROWTH = 1.9;

export function* refineHalation(input: HalationInput, fitLookTo: FitLookTo): Task<HalationEstimate> {
  let estimate = yield* within(estimateHalation(input), 0, 1 / (ROUNDS + 1));
  const isClear = estimate.diagnostics.refusal !== 'halation.none-seen';
  const strengths: number[] = [];
  for (let round = 1; ; round++) {
    const { seen } = estimate.diagnostics;
    if (!seen) break;
    const before = strengths[strengths.length - 1];
    strengths.push(seen.strength);
    if (round > ROUNDS || Math.abs(seen.strength / before - 1) < SETTLED) break;
    const glowing = yield* renderHalationTask(input.digital, seen);
    const look = yield* fitLookTo(glowing);
    const [from, to] = [round / (ROUNDS + 1), (round + 1) / (ROUNDS + 1)];
    estimate = yield* within(estimateHalation({ ...input, look }), from, to);
  }
  return concludeHalation(estimate, strengths, isClear);
}

/**
 * What the rounds together say: whether a glow is there is the last one's to tell, how strong it is where they lead.
 * @param last estimate of the last round
 * @param strengths those that were seen, one a round
 * @param isClear whether the first look left enough of the glow to be sure of; if not, most of it went into colors
 */
export function concludeHalation(
  { diagnostics }: HalationEstimate,
  strengths: readonly number[],
  isClear: boolean,
): HalationEstimate {
  const { seen } = diagnostics;
  if (!seen || diagnostics.refusal === 'halation.none-seen') {
    return { value: null, diagnostics: { ...diagnostics, seen: null } };
  }
  const strength = limitOf(strengths);
  const growth = strength / strengths[0];
  const value = { ...seen, strength };
  const isColor = !isClear || growth > MAX_GROWTH;
  const refusal = isColor ? 'halation.like-color' : strength < MEASURABLE ? 'halation.too-faint' : null;
  return { value: refusal ? null : value, diagnostics: { ...diagnostics, refusal, growth, seen: value } };
}

/** Where a sequence leads whose changes shrink by one ratio; infinite where they do not shrink. */
export function limitOf(values: readonly number[]): number {
  const [before, middle, last] = values.slice(-3);
  if (values.length < 3) return values[values.length - 1];
  const ratio = (last - middle) / (middle - before);
  // Changes to and fro are noise around the end.
  if (!(ratio > 0)) return last;
  if (Math.abs(last / middle - 1) < SETTLED) return last;
  return ratio <= MAX_RATIO ? last + ((last - middle) * ratio) / (1 - ratio) : Infinity;
}
