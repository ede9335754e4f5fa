import { deflateSync } from 'node:zlib';

/** Node's own zlib: the same format as the portable one, several times as fast. */
export function nodeDeflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 5 });
}
