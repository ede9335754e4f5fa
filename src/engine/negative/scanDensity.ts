import type { RgbSpaceId } from '../color/rgbSpace';
import { RGB_SPACES } from '../color/rgbSpaces';
import { encodeTable, readEncodeTable } from '../color/transferTables';

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

/** Steps of the tables that stand in for powers in loops over pixels. */
const STEPS = 4096;

/** `scanLight` by table, for loops over pixels. */
export function createLightReader(space: RgbSpaceId, scanGamma: number | null): (encoded: number) => number {
  const table = Float64Array.from({ length: STEPS + 1 }, (_, i) => scanLight(i / STEPS, space, scanGamma));
  return (encoded) => {
    const position = (encoded > 0 ? (encoded < 1 ? encoded : 1) : 0) * STEPS;
    const index = Math.min(STEPS - 1, position | 0);
    return table[index] + (position - index) * (table[index + 1] - table[index]);
  };
}

/** `encodedLight` for loops over pixels: by table where there is one. */
export function createLightWriter(space: RgbSpaceId, scanGamma: number | null): (light: number) => number {
  if (scanGamma !== null) return (light) => light ** (1 / scanGamma);
  const table = encodeTable(space);
  return (light) => readEncodeTable(table, light);
}

/** Density over clear air, in [0, 3.7]. */
export function scanDensity(encoded: number, space: RgbSpaceId, scanGamma: number | null): number {
  return -Math.log10(scanLight(encoded, space, scanGamma));
}
