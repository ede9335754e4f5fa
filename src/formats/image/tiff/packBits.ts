import { damagedImage } from '../damagedImage';

/** Apple's byte runs (TIFF 6.0, section 9). @returns exactly `length` bytes. @throws UserError `image-damaged` */
export function decodePackBits(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  let written = 0;
  while (written < length) {
    if (at + 1 >= bytes.length) throw damagedImage('its compressed data ends early', at);
    const header = (bytes[at++] << 24) >> 24;
    if (header >= 0) {
      const run = bytes.subarray(at, Math.min(at + header + 1, at + length - written));
      out.set(run, written);
      at += header + 1;
      written += run.length;
      if (run.length === 0) throw damagedImage('its compressed data ends early', at);
    } else if (header !== -128) {
      const end = Math.min(length, written + 1 - header);
      out.fill(bytes[at++], written, end);
      written = end;
    }
  }
  return out;
}
