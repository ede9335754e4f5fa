/**
 * Plain data with its typed arrays, as a text for whoever wrote it: it is read back by the same version, whole or not at
 * all. Its shape needs no checking, because the seal shows that nothing of it has changed.
 *
 *   filmfit-match 1 900150983cd24fb0d6963f7d28e17f72      kind, version, MD5 of all that follows
 *   {"width":2,"seen":{"$float32":"AACAPwAAAEA="},"error":{"$number":"Infinity"}}
 */
import { decodeBase64, encodeBase64 } from './base64';
import { md5 } from './md5';

/** What a sealed text is of; a version is that of the shape of its data. */
export interface Seal {
  readonly kind: string;
  readonly version: number;
}

/** @param value objects, arrays, Float32Array, texts, numbers (also those that JSON lacks), booleans and null */
export function formatSealed(seal: Seal, value: unknown): string {
  const body = JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Float32Array) return { $float32: encodeBase64(littleEndian(item)) };
    if (typeof item === 'number' && !Number.isFinite(item)) return { $number: String(item) };
    return item;
  });
  return `${head(seal, body)}\n${body}`;
}

/** @returns what was sealed; null for another kind or version, and when a single letter has changed */
export function parseSealed(seal: Seal, text: string): unknown {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== head(seal, body)) return null;
  return JSON.parse(body, (_key, item: unknown) => {
    if (typeof item !== 'object' || item === null) return item;
    if ('$number' in item) return Number(item.$number);
    if ('$float32' in item) return floats(decodeBase64(String(item.$float32)) ?? new Uint8Array());
    return item;
  });
}

function head({ kind, version }: Seal, body: string): string {
  return `${kind} ${version} ${md5(new TextEncoder().encode(body)).toLowerCase()}`;
}

function littleEndian(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setFloat32(4 * i, values[i], true);
  return bytes;
}

function floats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const values = new Float32Array(bytes.length >> 2);
  for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(4 * i, true);
  return values;
}
