import type { Validation } from '../engine/estimation';

/** For the provenance of a look: how far from this pair the look of the other pairs is; nothing where that is not known. */
export function heldOutOf(
  validation: Validation | null,
  pairIndex: number,
): { readonly heldOutDeltaE2000: number } | undefined {
  const unseen = validation?.pairs.find((pair) => pair.pairIndex === pairIndex);
  return unseen && { heldOutDeltaE2000: unseen.asShot.mean };
}
