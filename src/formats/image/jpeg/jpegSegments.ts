/**
 * JPEG's container (ITU-T T.81, annex B) as far as the first scan:
 *
 *   FF D8                        start of image
 *   FF E1 hh ll "Exif\0\0" …     APP1: EXIF; or "http://ns.adobe.com/xap/1.0/\0" …: XMP
 *   FF E2 hh ll "ICC_PROFILE\0" n m …    APP2: piece n of m of the profile (ICC.1, annex B.4)
 *   FF EE hh ll "Adobe" …        APP14: the last byte says how the colors are coded
 *   FF C0 hh ll 08 height width components …     frame header
 *   FF DA …                      the first scan
 */
import { damagedImage } from '../damagedImage';

export const JPEG_MARKERS = { app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, startOfScan: 0xda } as const;

export interface JpegSegment {
  /** Second byte of the marker. */
  readonly marker: number;
  /** Without marker and length. */
  readonly content: Uint8Array;
  /** Where its marker stands in the file. */
  readonly at: number;
}

/** All segments before the first scan. @throws UserError `image-damaged` */
export function readJpegSegments(bytes: Uint8Array): { segments: JpegSegment[]; scanOffset: number } {
  const segments: JpegSegment[] = [];
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (at + 4 > bytes.length) throw damagedImage('it ends before its pixels', bytes.length);
    if (bytes[at] !== 0xff) throw damagedImage('a marker is missing', at);
    const marker = bytes[at + 1];
    if (marker === JPEG_MARKERS.startOfScan) return { segments, scanOffset: at };
    const length = (bytes[at + 2] << 8) | bytes[at + 3];
    if (length < 2 || at + 2 + length > bytes.length)
      throw damagedImage(`it ends inside its part ${marker.toString(16).toUpperCase()}`, at);
    segments.push({ marker, content: bytes.subarray(at + 4, at + 2 + length), at });
    at += 2 + length;
  }
}

/** Frame headers are SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
export function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

export function startsWithAscii(bytes: Uint8Array, ascii: string): boolean {
  if (bytes.length < ascii.length) return false;
  for (let i = 0; i < ascii.length; i++) if (bytes[i] !== ascii.charCodeAt(i)) return false;
  return true;
}

/** A whole segment with marker and length; `prefix` is ASCII. @throws RangeError over 65,533 bytes of content */
export function writeJpegSegment(marker: number, prefix: string, content: Uint8Array): Uint8Array {
  const length = 2 + prefix.length + content.length;
  if (length > 0xffff) throw new RangeError(`A JPEG segment holds at most 65,533 bytes, got ${length - 2}.`);
  const out = new Uint8Array(2 + length);
  out.set([0xff, marker, length >> 8, length & 0xff]);
  for (let i = 0; i < prefix.length; i++) out[4 + i] = prefix.charCodeAt(i);
  out.set(content, 4 + prefix.length);
  return out;
}
