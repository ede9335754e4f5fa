/** Opacity in 8- and 16-bit documents: codes 0…255, and mixtures rounded to whole codes. */

/** The code 0…255 that Photoshop keeps for an opacity in percent. */
export function opacityCode(percent: number): number {
  return Math.floor((percent * 255) / 100 + 0.5);
}

/** below + share / 255 · (above − below), rounded; `share` 0…255. */
export function mixCode(below: number, above: number, share: number): number {
  return Math.floor((below * (255 - share) + above * share) / 255 + 0.5);
}

/** `above` becomes the mixture, for the first `values` values. */
export function mixCodes(
  below: Uint8Array | Uint16Array,
  above: Uint8Array | Uint16Array,
  share: number,
  values: number,
): void {
  for (let i = 0; i < values; i++) above[i] = mixCode(below[i], above[i], share);
}
