/**
 * PNG's container (W3C PNG, third edition, 2025):
 *
 *   89 50 4E 47 0D 0A 1A 0A      signature
 *   00 00 00 0D "IHDR" …13… CRC  length of the content, name, content, CRC-32 over name and content
 *   "iCCP" "eXIf" "iTXt" "pHYs"  profile, EXIF, XMP, resolution
 *   "IDAT" …                     the zlib stream of filtered rows, in any number of pieces
 *   "IEND"
 */
import { damagedImage } from '../damagedImage';

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export interface PngChunk {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A chunk of a file, and the byte of the file that its content begins at. */
export interface ReadPngChunk extends PngChunk {
  readonly at: number;
}

/** @throws UserError `image-damaged` when a chunk is cut off or its checksum is wrong. */
export function readPngChunks(bytes: Uint8Array): ReadPngChunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: ReadPngChunk[] = [];
  let at = PNG_SIGNATURE.length;
  for (;;) {
    if (at + 12 > bytes.length) throw damagedImage('it ends early', bytes.length);
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length)
      throw damagedImage(`it ends inside its part ${JSON.stringify(name)}`, at);
    const crc = view.getUint32(at + 8 + length);
    if (crc !== crc32(bytes.subarray(at + 4, at + 8 + length))) {
      throw damagedImage(`the checksum of its part ${JSON.stringify(name)} is wrong`, at);
    }
    chunks.push({ name, content: bytes.subarray(at + 8, at + 8 + length), at: at + 8 });
    if (name === 'IEND') return chunks;
    at += 12 + length;
  }
}

export function writePngChunks(chunks: readonly PngChunk[]): Uint8Array {
  const length = chunks.reduce((sum, chunk) => sum + 12 + chunk.content.length, PNG_SIGNATURE.length);
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  out.set(PNG_SIGNATURE);
  let at = PNG_SIGNATURE.length;
  for (const { name, content } of chunks) {
    view.setUint32(at, content.length);
    for (let i = 0; i < 4; i++) out[at + 4 + i] = name.charCodeAt(i);
    out.set(content, at + 8);
    view.setUint32(at + 8 + content.length, crc32(out.subarray(at + 4, at + 8 + content.length)));
    at += 12 + content.length;
  }
  return out;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
