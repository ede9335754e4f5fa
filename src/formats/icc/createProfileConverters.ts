/**
 * Colors of a picture with a matrix profile of its own (a monitor's, a scanner's, “Apple RGB”) into one of the known
 * spaces and back: its curves by table, one matrix through XYZ at D50, the transfer function of the space.
 */
import type { RgbConverter } from '../../engine/color/convertRgb';
import { invertMatrix3, multiplyMatrix3, type Matrix3 } from '../../engine/color/matrix3';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import {
  decodeTable,
  encodeTable,
  readDecodeTable,
  readEncodeTable,
} from '../../engine/color/transferTables';

export interface MatrixProfile {
  /** Linear RGB → XYZ at D50, row-major. */
  readonly matrix: readonly number[];
  /** Encoded → linear, rising. */
  readonly curves: readonly ((encoded: number) => number)[];
}

export interface ProfileConverters {
  /** Colors outside of the space are clipped channel by channel. */
  readonly toSpace: RgbConverter;
  readonly fromSpace: RgbConverter;
}

/** As in the engine's tables of transfer functions. */
const STEPS = 4096;

export function createProfileConverters(profile: MatrixProfile, space: RgbSpaceId): ProfileConverters {
  const matrix = profile.matrix as unknown as Matrix3;
  const to = multiplyMatrix3(RGB_SPACES[space].fromXyzD50, matrix);
  const from = invertMatrix3(to);
  const decodeOwn = profile.curves.map(tabulate);
  const encodeOwn = decodeOwn.map(invertTable);
  const decode = decodeTable(space);
  const encode = encodeTable(space);
  const linear = new Float64Array(3);
  return {
    toSpace: (source, target, count) => {
      for (let i = 0; i < 3 * count; i += 3) {
        for (let c = 0; c < 3; c++) linear[c] = readDecodeTable(decodeOwn[c], source[i + c]);
        for (let c = 0; c < 3; c++) target[i + c] = readEncodeTable(encode, rowOf(to, c, linear));
      }
    },
    fromSpace: (source, target, count) => {
      for (let i = 0; i < 3 * count; i += 3) {
        for (let c = 0; c < 3; c++) linear[c] = readDecodeTable(decode, source[i + c]);
        for (let c = 0; c < 3; c++) target[i + c] = readEncodeTable(encodeOwn[c], rowOf(from, c, linear));
      }
    },
  };
}

/** The smallest known space that holds the profile's primaries, within a rounding of makers; ProPhoto at last. */
export function spaceAround(profile: MatrixProfile): RgbSpaceId {
  const SLACK = 0.02;
  const spaces: readonly RgbSpaceId[] = ['srgb', 'display-p3', 'adobe-rgb', 'rec2020'];
  const holds = (space: RgbSpaceId): boolean =>
    multiplyMatrix3(RGB_SPACES[space].fromXyzD50, profile.matrix as unknown as Matrix3).every(
      (share) => share > -SLACK,
    );
  return spaces.find(holds) ?? 'prophoto';
}

function rowOf(m: Matrix3, row: number, [r, g, b]: Float64Array): number {
  return m[3 * row] * r + m[3 * row + 1] * g + m[3 * row + 2] * b;
}

function tabulate(curve: (encoded: number) => number): Float64Array {
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => Math.min(1, Math.max(0, curve(i / STEPS))));
}

/** A rising table turned round; indexed, like the engine's, by the square root of linear light. */
function invertTable(decode: Float64Array): Float64Array {
  let at = 0;
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => {
    const linear = (i / STEPS) ** 2;
    while (at < STEPS - 1 && decode[at + 1] < linear) at++;
    const step = decode[at + 1] - decode[at];
    const share = step > 0 ? (linear - decode[at]) / step : 0;
    return (at + Math.min(1, Math.max(0, share))) / STEPS;
  });
}
