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
    throw damagedImage('it ends before the last pixel', packedBytes);
}

export interface InflateOptions {
  /** @default 'zlib' */
  readonly kind?: 'zlib' | 'raw';
  /** The byte that errors name, by the number of the piece and the byte in it. @default that byte */
  readonly placeOf?: (piece: number, byte: number) => number;
}

/**
 * Decompresses a zlib (or raw deflate) stream of at most `maxBytes` bytes.
 * @returns the bytes; shorter than `maxBytes` when the stream ends early.
 * @throws UserError `image-damaged` when the stream is corrupt, incomplete, or longer than `maxBytes`; it names the
 *   start of the 64 KB of input in which that was noticed.
 */
export function inflateBounded(
  pieces: Uint8Array | readonly Uint8Array[],
  maxBytes: number,
  { kind = 'zlib', placeOf = (_, byte) => byte }: InflateOptions = {},
): Uint8Array {
  const list = pieces instanceof Uint8Array ? [pieces] : pieces;
  const out = new Uint8Array(maxBytes);
  let length = 0;
  let ended = false;
  const stream = kind === 'zlib' ? new Unzlib() : new Inflate();
  stream.ondata = (chunk, final) => {
    const overrun = length + chunk.length - maxBytes;
    // Encoders may pad; what is too much by far more than padding is an attack or an error.
    if (overrun > PIECE_BYTES) throw new LongerThanAllowed();
    out.set(overrun > 0 ? chunk.subarray(0, maxBytes - length) : chunk, length);
    length = Math.min(maxBytes, length + chunk.length);
    if (final) ended = true;
  };
  for (let i = 0; i < list.length; i++) {
    const piece = list[i];
    let start = 0;
    do {
      const end = Math.min(piece.length, start + PIECE_BYTES);
      try {
        stream.push(piece.subarray(start, end), i === list.length - 1 && end === piece.length);
      } catch (error) {
        const isLong = error instanceof LongerThanAllowed;
        const what = isLong ? 'is larger than the picture it should hold' : 'cannot be read';
        throw damagedImage(`its compressed data ${what}`, placeOf(i, start), error);
      }
      start = end;
    } while (start < piece.length);
  }
  if (!ended)
    throw damagedImage('its compressed data ends early', placeOf(list.length - 1, list.at(-1)?.length ?? 0));
  return length === maxBytes ? out : out.subarray(0, length);
}

class LongerThanAllowed extends Error {}
