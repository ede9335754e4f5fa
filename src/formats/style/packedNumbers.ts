/**
 * Long arrays of numbers inside a JSON file: 16-bit integers (little endian, base64) times one scale.
 * A lattice of 33³ colors takes 288 KB instead of about 1 MB as decimals, and is exact to 1/65,534 of its largest value.
 */
import { decodeBase64, encodeBase64 } from '../base64';

export interface PackedNumbers {
  readonly encoding: 'int16-base64';
  /** Value = integer · scale. */
  readonly scale: number;
  readonly data: string;
}

const MAX_INT16 = 32_767;

/** @throws RangeError when a value is not finite */
export function packNumbers(values: Float32Array): PackedNumbers {
  let largest = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`Expected finite numbers, got ${value}.`);
    largest = Math.max(largest, Math.abs(value));
  }
  const scale = largest === 0 ? 1 : largest / MAX_INT16;
  const bytes = new Uint8Array(2 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setInt16(2 * i, Math.round(values[i] / scale), true);
  return { encoding: 'int16-base64', scale, data: encodeBase64(bytes) };
}

/** @returns null when the data is not base64 or does not hold exactly `count` numbers that 32 bits can hold. */
export function unpackNumbers({ scale, data }: PackedNumbers, count: number): Float32Array | null {
  const bytes = decodeBase64(data);
  if (!bytes || bytes.length !== 2 * count || !Number.isFinite(Math.fround(MAX_INT16 * scale))) return null;
  const view = new DataView(bytes.buffer);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getInt16(2 * i, true) * scale;
  return values;
}
