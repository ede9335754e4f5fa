import { zlibSync } from 'fflate';

/** Compresses bytes to a zlib stream (RFC 1950). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Works everywhere; slower than what a host brings along. */
export const portableDeflate: Deflate = (bytes) => zlibSync(bytes, { level: 6 });
