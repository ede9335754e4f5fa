import { damagedImage } from '../damagedImage';

const CLEAR = 256;
const END = 257;

/**
 * TIFF's LZW (TIFF 6.0, section 13): codes of 9…12 bits, most significant bit first, growing one code early.
 * @returns exactly `length` bytes. @throws UserError `image-damaged`
 */
export function decodeLzw(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  // Each code is the string of another code (prefix) and one more byte (suffix).
  const prefix = new Uint16Array(4096);
  const suffix = new Uint8Array(4096);
  const lengths = new Uint16Array(4096);
  for (let i = 0; i < 256; i++) {
    suffix[i] = i;
    lengths[i] = 1;
  }
  let next = 258;
  let width = 9;
  let previous = -1;
  let bits = 0;
  let held = 0;
  let at = 0;
  let written = 0;
  while (written < length) {
    while (held < width) {
      if (at >= bytes.length) throw damagedImage('its compressed data ends early', at);
      bits = ((bits << 8) | bytes[at++]) & 0xffffff;
      held += 8;
    }
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      next = 258;
      width = 9;
      previous = -1;
      continue;
    }
    if (previous < 0) {
      if (code > 255) throw damagedImage('its compressed data cannot be read', at - 1);
      out[written++] = code;
      previous = code;
      continue;
    }
    if (code > next || code > 4095) throw damagedImage('its compressed data cannot be read', at - 1);
    // A code that is not in the table yet is the previous string and its own first byte.
    let cursor = code === next ? previous : code;
    const stringLength = lengths[cursor];
    let position = written + stringLength - 1;
    while (cursor > 255) {
      if (position < length) out[position] = suffix[cursor];
      position--;
      cursor = prefix[cursor];
    }
    if (position < length) out[position] = cursor;
    written += stringLength;
    if (code === next && written < length) out[written] = cursor;
    if (code === next) written++;
    if (next < 4096) {
      prefix[next] = previous;
      suffix[next] = cursor;
      lengths[next] = lengths[previous] + 1;
      next++;
    }
    if (next + 1 >= 1 << width && width < 12) width++;
    previous = code;
  }
  if (written < length) throw damagedImage('its compressed data ends early', at);
  return out;
}
