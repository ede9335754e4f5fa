/** What a match can be told besides its pictures. */
import { MODEL_IDS, type ModelId } from '../engine/fit/alternatives/regressor';
import { STACK_KINDS } from '../engine/project/compareStacks';
import type { StackKind } from '../engine/project/projectLook';
import { oneOf } from './oneOf';
import { UsageError } from './usageError';

export const MATCH_OPTIONS_HELP = `\
  --stack KIND        the layers: classic (Curves, Hue/Saturation, Color Balance; default), extended (with Channel Mixer
                      and Selective Color) or exact (one Color Lookup); the report tells how near each comes
  --model MODEL       how the look is learned: film (default), root-polynomial, lab-polynomial, forest or mlp
  --compare-models    also score every model on colors held out; takes some seconds
  --leave-out N,N     pairs (1 is the first) that are aligned and measured, but not learned from
  --mask-sky          leave the sky of the photos out: clouds move, and filters darken it
  --match-frame N     match pair N exactly: its own exposure and white balance, which are else kept out of the look, are
                      put back into it`;

export function readStackKind(value: string | undefined): StackKind {
  return oneOf(value ?? 'classic', STACK_KINDS, 'stack');
}

export function readModel(value: string | undefined): ModelId {
  return oneOf(value ?? 'film', MODEL_IDS, 'model');
}

/** @returns a weight a pair, 0 for those left out @throws UsageError when a number is no pair, or none is left */
export function readPairWeights(value: string | undefined, count: number): readonly number[] {
  const weights = new Array<number>(count).fill(1);
  for (const text of value?.split(',') ?? []) {
    const pair = Number(text);
    if (!Number.isInteger(pair) || pair < 1 || pair > count) {
      throw new UsageError(`--leave-out names pairs from 1 to ${count}, not “${text}”.`);
    }
    weights[pair - 1] = 0;
  }
  if (!weights.includes(1)) throw new UsageError('--leave-out leaves no pair to learn from.');
  return weights;
}

/** @returns the index of the pair whose own light is put back, null for none @throws UsageError when the number is no pair */
export function readMatchFrame(value: string | undefined, count: number): number | null {
  if (value === undefined) return null;
  const pair = Number(value);
  if (!Number.isInteger(pair) || pair < 1 || pair > count) {
    const known = count > 1 ? `a pair from 1 to ${count}` : 'pair 1, the only one';
    throw new UsageError(`--match-frame names ${known}, not “${value}”.`);
  }
  return pair - 1;
}
