/**
 * "Blend If: Gray" of a layer, on the brightness of what lies below it: the layer is hidden in shadows, fades in from
 * `blackFrom` to `blackTo`, and fades out again from `whiteFrom` to `whiteTo`. All in levels 0…255.
 */
export interface BlendIf {
  readonly blackFrom: number;
  readonly blackTo: number;
  readonly whiteFrom: number;
  readonly whiteTo: number;
}

/** Always there. */
export const BLEND_ALWAYS: BlendIf = { blackFrom: 0, blackTo: 0, whiteFrom: 255, whiteTo: 255 };

/** Share of the layer in [0, 1] over a gray `level` 0…255. */
export function blendIfShare({ blackFrom, blackTo, whiteFrom, whiteTo }: BlendIf, level: number): number {
  if (level < blackFrom || level > whiteTo) return 0;
  const fadeIn = level < blackTo ? (level - blackFrom) / (blackTo - blackFrom) : 1;
  const fadeOut = level > whiteFrom ? (whiteTo - level) / (whiteTo - whiteFrom) : 1;
  return fadeIn * fadeOut;
}
