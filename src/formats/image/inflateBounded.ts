import { Inflate, Unzlib } from 'fflate';
import { damagedImage } from './damagedImage';

/** Input goes in by pieces of this size, so that a decompression bomb is noticed before it has grown. */
const PIECE_BYTES = 1 << 16;

/** Deflate makes at most 1032 bytes of one (RFC 1951: 258 bytes of a match, two bits at best). */
export const MAX_DEFLATE_RATIO = 1032;

/**
 * Before memory is taken for a picture: so few bytes cannot hold so many.
 * @throws UserError `image-damaged`
 */
export function checkCompression(packedBytes: number, bytes: number): void {
  if (bytes > MAX_DEFLATE_RATIO * packedBytes + PIECE_BYTES)
    throw damagedImage('it ends before the last pixel');
}

/**
 * Decompresses a zlib (or raw deflate) stream of at most `maxBytes` bytes.
 * @returns the bytes; shorter than `maxBytes` when the stream ends early.
 * @throws UserError `image-damaged` when the stream is corrupt, incomplete, or longer than `maxBytes`.
 */
export function inflateBounded(
  pieces: Uint8Array | readonly Uint8Array[],
  maxBytes: number,
  kind: 'zlib' | 'raw' = 'zlib',
): Uint8Array {
  const out = new Uint8Array(maxBytes);
  let length = 0;
  let ended = false;
  const stream = kind === 'zlib' ? new Unzlib() : new Inflate();
  stream.ondata = (chunk, final) => {
    // Encoders may pad; what is too much by far more than padding is an attack or an error.
    if (length + chunk.length > maxBytes) {
      const overrun = length + chunk.length - maxBytes;
      if (overrun > PIECE_BYTES)
        throw damagedImage('its compressed data is larger than the picture it should hold');
      out.set(chunk.subarray(0, maxBytes - length), length);
      length = maxBytes;
    } else {
      out.set(chunk, length);
      length += chunk.length;
    }
    if (final) ended = true;
  };
  try {
    const list = pieces instanceof Uint8Array ? [pieces] : pieces;
    for (let i = 0; i < list.length; i++) {
      const piece = list[i];
      const lastPiece = i === list.length - 1;
      let start = 0;
      do {
        const end = Math.min(piece.length, start + PIECE_BYTES);
        stream.push(piece.subarray(start, end), lastPiece && end === piece.length);
        start = end;
      } while (start < piece.length);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') throw error;
    throw damagedImage('its compressed data cannot be read', error);
  }
  if (!ended) throw damagedImage('its compressed data ends early');
  return length === maxBytes ? out : out.subarray(0, length);
}
