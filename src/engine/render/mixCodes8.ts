/** Opacity in 8-bit documents: whole numbers 0…255, and products of two codes rounded to a code. */

/** The code 0…255 that Photoshop keeps for an opacity in percent. */
export function opacityCode(percent: number): number {
  return Math.floor((percent * 255) / 100 + 0.5);
}

/** `above` becomes below + share / 255 · (above − below), rounded; `share` 0…255. */
export function mixCodes8(below: Uint8Array, above: Uint8Array, share: number, values: number): void {
  const rest = 255 - share;
  for (let i = 0; i < values; i++) above[i] = Math.floor((above[i] * share + below[i] * rest) / 255 + 0.5);
}
