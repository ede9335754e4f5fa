/**
 * Halation and look together: a look that was fitted to a film with a glow has taken a part of the glow for color, so
 * that too little of it is left to see. The look is fitted once more to the photo *with* the glow, for this alone.
 */
import type { RgbImage } from '../image/rgbImage';
import type { Look } from '../look';
import { within, type Task } from '../task';
import { estimateHalation, type HalationEstimate, type HalationInput } from './estimateHalation';
import { renderHalationTask } from './renderHalation';

/** The look of the film over a photo with the glow in it. */
export type FitLookTo = (digital: RgbImage) => Task<Look>;

const ROUNDS = 2;
/** A share that changes less than this has settled. */
const SETTLED = 0.02;
/** Where the strength grows by more, the look took so much of the glow for color that the rest is a guess. */
const MAX_GROWTH = 1.28;

export function* refineHalation(input: HalationInput, fitLookTo: FitLookTo): Task<HalationEstimate> {
  const first = yield* within(estimateHalation(input), 0, 1 / (ROUNDS + 1));
  let estimate = first;
  for (let round = 1; round <= ROUNDS; round++) {
    const { seen } = estimate.diagnostics;
    if (!seen) break;
    const glowing = yield* renderHalationTask(input.digital, seen);
    const look = yield* fitLookTo(glowing);
    const [from, to] = [round / (ROUNDS + 1), (round + 1) / (ROUNDS + 1)];
    estimate = yield* within(estimateHalation({ ...input, look }), from, to);
    const now = estimate.diagnostics.seen;
    if (now && Math.abs(now.strength / seen.strength - 1) < SETTLED) break;
  }
  const growth = growthOf(first, estimate);
  const diagnostics = { ...estimate.diagnostics, growth };
  return estimate.value && growth > MAX_GROWTH
    ? {
        value: null,
        diagnostics: { ...diagnostics, refusal: 'halation.like-color' },
      }
    : { ...estimate, diagnostics };
}

function growthOf(first: HalationEstimate, last: HalationEstimate): number {
  const [before, after] = [first.diagnostics.seen, last.diagnostics.seen];
  return before && after ? after.strength / before.strength : 1;
}
