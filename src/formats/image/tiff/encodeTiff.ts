import { portableDeflate, type Deflate } from '../deflate';
import type { Raster } from '../raster';
import { createTiffWriter } from './createTiffWriter';

/** A whole picture as TIFF, compressed with ZIP; see createTiffWriter. */
export function encodeTiff(raster: Raster, deflate: Deflate = portableDeflate): Uint8Array {
  const pieces: Uint8Array[] = [];
  const patches: (readonly [offset: number, bytes: Uint8Array])[] = [];
  const sink = {
    append: (bytes: Uint8Array) => void pieces.push(bytes),
    patch: (offset: number, bytes: Uint8Array) => void patches.push([offset, bytes]),
  };
  const writer = createTiffWriter(raster, sink, deflate);
  writer.rows(raster.data);
  writer.end();
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  for (const [offset, bytes] of patches) out.set(bytes, offset);
  return out;
}
