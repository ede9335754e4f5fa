/**
 * The colors of photographs by the names that photographers have for them: a partition of OKLCh by hue and lightness.
 * Bounds are set so that the named patches of the ColorChecker (light skin, foliage, blue sky, yellow, …) get their
 * names. A name says what most often has such a color, not what it is.
 */
import { createRgbToOklab } from '../color/oklab';
import type { RgbSpaceId } from '../color/rgbSpace';

/** In the order in which they are shown: neutrals from dark to light, then around the wheel. */
export const COLOR_REGIONS = [
  'shadows',
  'concrete',
  'whites',
  'reds',
  'skin',
  'earth',
  'yellows',
  'foliage',
  'teals',
  'sky',
  'blues',
  'purples',
  'pinks',
] as const;

/** Code of a text in src/app/texts. */
export type ColorRegion = (typeof COLOR_REGIONS)[number];

/** Below this chroma eyes see a gray. Dark and light grays look colored later. */
const NEUTRAL_CHROMA = 0.03;
const DARK = 0.27;
const LIGHT = 0.87;

/** @param l lightness in [0, 1] @param a, b of OKLab */
export function colorRegionOf(l: number, a: number, b: number): ColorRegion {
  const chroma = Math.hypot(a, b);
  if (l < DARK && chroma < 2 * NEUTRAL_CHROMA) return 'shadows';
  if (chroma < NEUTRAL_CHROMA) return l > LIGHT ? 'whites' : 'concrete';
  const hueDeg = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  if (hueDeg < 8 || hueDeg >= 340) return l > 0.5 ? 'pinks' : 'reds';
  if (hueDeg < 35) return chroma > 0.13 || l < 0.45 ? 'reds' : 'skin';
  if (hueDeg < 80) return l >= 0.5 && chroma < 0.15 ? 'skin' : l >= 0.62 ? 'yellows' : 'earth';
  if (hueDeg < 108) return l >= 0.62 ? 'yellows' : 'earth';
  if (hueDeg < 165) return 'foliage';
  if (hueDeg < 220) return 'teals';
  if (hueDeg < 290) return l > 0.5 && chroma < 0.16 ? 'sky' : 'blues';
  return 'purples';
}

/** @returns the index in COLOR_REGIONS of every color: `colors` holds 3 encoded values each */
export function colorRegionIndices(colors: ArrayLike<number>, space: RgbSpaceId): Uint8Array {
  const toOklab = createRgbToOklab(space);
  const lab = new Float64Array(3);
  const result = new Uint8Array(colors.length / 3);
  for (let i = 0; i < result.length; i++) {
    toOklab(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2], lab, 0);
    result[i] = COLOR_REGIONS.indexOf(colorRegionOf(lab[0], lab[1], lab[2]));
  }
  return result;
}
