/** A pair of an earlier estimate, its film laid on the photo again: what was found out then is only followed. */
import type { Alignment } from './align/alignment';
import { registerFilm } from './align/registerFilm';
import type { ImagePair, Plane, RgbImage } from './image/rgbImage';
import { inEvenLight } from './negative/evenLight';
import type { Inversion } from './negative/inversion';
import { isTakenForNegative, type NegativeChoice } from './negative/invertPairs';
import { invertNegativeTask } from './negative/invertNegative';
import { within, type Task } from './task';

/** Pictures and choices as `estimate` was given them, and what it gave back. */
export interface RegisterInput {
  /** Of the sizes that the alignment was found in. */
  readonly pair: ImagePair;
  readonly flat: RgbImage | null;
  readonly scanGamma: number | null;
  readonly negative: NegativeChoice;
  readonly alignment: Alignment;
  readonly inversion: Inversion | null;
}

/** @returns the same film and reliability as the estimate, to the bit */
export function* registerAgain(
  input: RegisterInput,
): Task<{ readonly registeredFilm: RgbImage; readonly reliability: Plane }> {
  const { pair, flat, scanGamma, negative, alignment, inversion } = input;
  const isNegative = isTakenForNegative(negative, alignment);
  const film = yield* within(inEvenLight(pair.film, flat, scanGamma, isNegative), 0, 0.1);
  const registered = yield* within(registerFilm({ ...pair, film }, alignment), 0.1, 0.9);
  const { reliability } = registered;
  if (!isNegative || inversion === null) return { registeredFilm: registered.film, reliability };
  const positive = yield* within(invertNegativeTask(registered.film, inversion), 0.9, 1);
  return { registeredFilm: positive, reliability };
}
