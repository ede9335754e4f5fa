/**
 * The RGB table of a camera raw profile (format of the DNG SDK's "big table"), little endian:
 *
 *   u32 1, u32 1, u32 3, u32 N      RGB table, version, dimensions, nodes along each axis (2…32)
 *   u16 × 3 · N³                    value − identity modulo 65536; red slowest, blue fastest
 *   u32 primaries, gamma, gamut     0 sRGB, 1 Adobe, 2 ProPhoto, 3 P3, 4 Rec. 2020; 1 = sRGB curve …; 0 = clip
 *   f64 0, f64 2                    range of the amount slider
 *
 * In the XMP it stands as base 85 of (u32 length, zlib stream); its name is the MD5 of the block.
 */
import { zlibSync } from 'fflate';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Lut3d } from '../../engine/render/lut3d';
import { inflateBounded } from '../image/inflateBounded';

/** Primaries and gamma of each space. Adobe RGB's exponent is 2.2 here; Display P3 has the sRGB curve. */
const ENCODINGS: Readonly<Record<RgbSpaceId, readonly [primaries: number, gamma: number]>> = {
  srgb: [0, 1],
  'adobe-rgb': [1, 3],
  prophoto: [2, 2],
  'display-p3': [3, 1],
  rec2020: [4, 4],
};

const HEAD_BYTES = 16;
const TAIL_BYTES = 28;
export const MAX_TABLE_SIZE = 32;

/** @param lut 2…32 nodes along each axis */
export function encodeRgbTable({ size, values, space }: Lut3d): Uint8Array {
  if (size < 2 || size > MAX_TABLE_SIZE)
    throw new RangeError(`Expected 2 to ${MAX_TABLE_SIZE} nodes, got ${size}.`);
  const bytes = new Uint8Array(HEAD_BYTES + 6 * size ** 3 + TAIL_BYTES);
  const view = new DataView(bytes.buffer);
  [1, 1, 3, size].forEach((value, i) => view.setUint32(4 * i, value, true));
  let at = HEAD_BYTES;
  forEachNode(size, (from, node) => {
    for (let c = 0; c < 3; c++) {
      const code = Math.round(65535 * Math.min(1, Math.max(0, values[from + c])));
      view.setUint16(at, (code - identityCode(node[c], size)) & 0xffff, true);
      at += 2;
    }
  });
  const [primaries, gamma] = ENCODINGS[space];
  [primaries, gamma, 0].forEach((value, i) => view.setUint32(at + 4 * i, value, true));
  view.setFloat64(at + 12, 0, true);
  view.setFloat64(at + 20, 2, true);
  return bytes;
}

export function decodeRgbTable(bytes: Uint8Array, space: RgbSpaceId): Lut3d {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(12, true);
  const values = new Float32Array(3 * size ** 3);
  let at = HEAD_BYTES;
  forEachNode(size, (from, node) => {
    for (let c = 0; c < 3; c++) {
      values[from + c] = ((view.getUint16(at, true) + identityCode(node[c], size)) & 0xffff) / 65535;
      at += 2;
    }
  });
  return { size, values, space };
}

function forEachNode(size: number, visit: (from: number, node: readonly number[]) => void): void {
  for (let r = 0; r < size; r++) {
    for (let g = 0; g < size; g++) {
      for (let b = 0; b < size; b++) visit(3 * (r + size * (g + size * b)), [r, g, b]);
    }
  }
}

/** In integers, as the reader does it. */
function identityCode(i: number, size: number): number {
  return Math.floor((i * 65535 + (size >> 1)) / (size - 1)) & 0xffff;
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?`'|()[]{}@%$#";

/** Groups of four bytes as little-endian numbers, least significant digit first; k bytes left give k + 1 digits. */
export function formatTableText(block: Uint8Array): string {
  const stream = zlibSync(block, { level: 9 });
  const bytes = new Uint8Array(4 + stream.length);
  new DataView(bytes.buffer).setUint32(0, block.length, true);
  bytes.set(stream, 4);
  let text = '';
  for (let i = 0; i < bytes.length; i += 4) {
    const count = Math.min(4, bytes.length - i);
    let number = 0;
    for (let k = count - 1; k >= 0; k--) number = number * 256 + bytes[i + k];
    for (let k = 0; k <= count; k++) {
      text += DIGITS[number % 85];
      number = Math.floor(number / 85);
    }
  }
  return text;
}

/** @throws RangeError for other characters */
export function parseTableText(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 5) {
    const count = Math.min(5, text.length - i);
    let number = 0;
    for (let k = count - 1; k >= 0; k--) {
      const digit = DIGITS.indexOf(text[i + k]);
      if (digit < 0) throw new RangeError(`“${text[i + k]}” is no digit of base 85.`);
      number = number * 85 + digit;
    }
    for (let k = 0; k < count - 1; k++) {
      bytes.push(number % 256);
      number = Math.floor(number / 256);
    }
  }
  const all = Uint8Array.from(bytes);
  return inflateBounded(all.subarray(4), new DataView(all.buffer).getUint32(0, true));
}
