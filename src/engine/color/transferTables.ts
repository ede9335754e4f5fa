/**
 * Transfer functions by table with linear interpolation, off by less than 1e-5 of an encoded value. Hot loops read
 * these instead of calling `Math.pow` for every channel of every pixel.
 */
import type { RgbSpaceId } from './rgbSpace';
import { RGB_SPACES } from './rgbSpaces';

/** Steps of a table over [0, 1]; it holds one value more. */
const STEPS = 4096;

const decodeTables = new Map<RgbSpaceId, Float64Array>();
const encodeTables = new Map<RgbSpaceId, Float64Array>();

function tabulate(curve: (t: number) => number): Float64Array {
  const table = new Float64Array(STEPS + 1);
  for (let i = 0; i <= STEPS; i++) table[i] = curve(i / STEPS);
  return table;
}

/** For `readDecodeTable`. */
export function decodeTable(space: RgbSpaceId): Float64Array {
  let table = decodeTables.get(space);
  if (!table) decodeTables.set(space, (table = tabulate(RGB_SPACES[space].decode)));
  return table;
}

/** For `readEncodeTable`; indexed by the square root of linear light, along which the curves are nearly straight. */
export function encodeTable(space: RgbSpaceId): Float64Array {
  let table = encodeTables.get(space);
  if (!table) encodeTables.set(space, (table = tabulate((root) => RGB_SPACES[space].encode(root * root))));
  return table;
}

function interpolate(table: Float64Array, t: number): number {
  const position = t * STEPS;
  const index = position | 0;
  return table[index] + (position - index) * (table[index + 1] - table[index]);
}

/** Linear light of an encoded value; values outside [0, 1] are clipped, NaN gives 0. */
export function readDecodeTable(table: Float64Array, encoded: number): number {
  if (!(encoded > 0)) return 0;
  return encoded >= 1 ? table[STEPS] : interpolate(table, encoded);
}

/** Encoded value of linear light; values outside [0, 1] are clipped, NaN gives 0. */
export function readEncodeTable(table: Float64Array, linear: number): number {
  if (!(linear > 0)) return 0;
  return linear >= 1 ? table[STEPS] : interpolate(table, Math.sqrt(linear));
}
