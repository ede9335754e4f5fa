import type { RgbSpaceId } from '../color/rgbSpace';
import { RGB_SPACES } from '../color/rgbSpaces';

/** Less light than this is the scanner's noise; it stands for a density of 3.7. */
const MIN_LIGHT = 2e-4;

/** Light through the film, in [2·10⁻⁴, 1], of an encoded scan value. */
export function scanLight(encoded: number, space: RgbSpaceId, scanGamma: number | null): number {
  if (!(encoded > 0)) return MIN_LIGHT;
  const light = scanGamma === null ? RGB_SPACES[space].decode(encoded) : encoded ** scanGamma;
  return light < MIN_LIGHT ? MIN_LIGHT : light > 1 ? 1 : light;
}

/** Encoded scan value of a light; the inverse of `scanLight`. */
export function encodedLight(light: number, space: RgbSpaceId, scanGamma: number | null): number {
  return scanGamma === null ? RGB_SPACES[space].encode(light) : light ** (1 / scanGamma);
}

/** Density over clear air, in [0, 3.7]. */
export function scanDensity(encoded: number, space: RgbSpaceId, scanGamma: number | null): number {
  return -Math.log10(scanLight(encoded, space, scanGamma));
}
