/** Entries of a TIFF directory by the type of their values, for `writeTiffDirectory`. */
import { TIFF_TYPES, type TiffEntry } from './tiffDirectory';

export function shortEntry(tag: number, ...values: number[]): TiffEntry {
  const bytes = new Uint8Array(2 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setUint16(2 * i, value, true));
  return { tag, type: TIFF_TYPES.short, count: values.length, bytes };
}

export function longEntry(tag: number, values: readonly number[]): TiffEntry {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setUint32(4 * i, value, true));
  return { tag, type: TIFF_TYPES.long, count: values.length, bytes };
}

export function rationalEntry(tag: number, value: number): TiffEntry {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.round(value * 1000), true);
  view.setUint32(4, 1000, true);
  return { tag, type: TIFF_TYPES.rational, count: 1, bytes };
}

export function bytesEntry(tag: number, type: number, bytes: Uint8Array): TiffEntry {
  return { tag, type, count: bytes.length, bytes };
}

export function asciiEntry(tag: number, text: string): TiffEntry {
  const bytes = new TextEncoder().encode(`${text}\0`);
  return { tag, type: TIFF_TYPES.ascii, count: bytes.length, bytes };
}

export function floatEntry(tag: number, values: ArrayLike<number>): TiffEntry {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setFloat32(4 * i, values[i], true);
  return { tag, type: TIFF_TYPES.float, count: values.length, bytes };
}

export function srationalEntry(tag: number, values: readonly number[]): TiffEntry {
  const DENOMINATOR = 10_000;
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setInt32(8 * i, Math.round(value * DENOMINATOR), true);
    view.setInt32(8 * i + 4, DENOMINATOR, true);
  });
  return { tag, type: TIFF_TYPES.srational, count: values.length, bytes };
}
