import { UserError } from '../../src/engine/userError';
import { mutate } from './mutate';
import { namesPlace } from './namesPlace';
import type { FuzzTarget } from './targets';

export interface FuzzResult {
  readonly accepted: number;
  readonly refused: number;
  /** Inputs that were answered with anything but a value or a UserError. */
  readonly crashes: readonly { readonly input: Uint8Array; readonly error: unknown }[];
  /** Refusals that do not say where the file is damaged. */
  readonly placeless: readonly { readonly input: Uint8Array; readonly error: UserError }[];
  readonly slowest: { readonly ms: number; readonly input: Uint8Array };
}

/** @param nowMs a clock, for the slowest input. */
export function fuzz(
  { seeds, parse }: FuzzTarget,
  inputs: number,
  random: () => number,
  nowMs: () => number = () => 0,
): FuzzResult {
  let accepted = 0;
  let refused = 0;
  let slowest: FuzzResult['slowest'] = { ms: 0, input: new Uint8Array(0) };
  const crashes: { input: Uint8Array; error: unknown }[] = [];
  const placeless: { input: Uint8Array; error: UserError }[] = [];
  for (let i = 0; i < inputs; i++) {
    const input = mutate(seeds[i % seeds.length], random);
    const start = nowMs();
    try {
      parse(input);
      accepted++;
    } catch (error) {
      if (error instanceof UserError) {
        refused++;
        if (!namesPlace(error)) placeless.push({ input, error });
      } else crashes.push({ input, error });
    }
    const ms = nowMs() - start;
    if (ms > slowest.ms) slowest = { ms, input };
  }
  return { accepted, refused, crashes, placeless, slowest };
}
