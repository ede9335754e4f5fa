/** A look as a row of colors: what it makes of shadows, grays, highlights, skin, sky, foliage and the primaries. */
import type { Look } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';
import { hexColor } from '../look/hueWheel';

/** Encoded sRGB-like values; what they show is the look's direction, not a color to be measured. */
const COLORS = [
  [0.08, 0.08, 0.08],
  [0.35, 0.35, 0.35],
  [0.65, 0.65, 0.65],
  [0.92, 0.92, 0.92],
  [0.76, 0.58, 0.49],
  [0.38, 0.48, 0.62],
  [0.34, 0.42, 0.26],
  [0.7, 0.2, 0.18],
  [0.9, 0.76, 0.2],
  [0.2, 0.26, 0.56],
];

export function lookSwatches(look: Look): readonly string[] {
  const source = Float32Array.from(COLORS.flat());
  const result = new Float32Array(source.length);
  createLookMapper(look)(source, result, COLORS.length);
  return COLORS.map((_, i) => hexColor(result, 3 * i));
}
