/**
 * Reads the table of an RGB → RGB ICC device link (ICC.1:2010, 7.2 header, 10.10 lut16Type), as strictly as a color
 * engine would: anything that does not fit together gives null, and the layer does nothing.
 */
import type { Lut3d } from '../../engine/render/lut3d';

const HEADER = 128;
const CHANNELS = 3;
/** Offsets inside a lut16Type element. */
const GRID_AT = 10;
const TABLE_COUNTS_AT = 48;
const TABLES_AT = 52;

export function readDeviceLink(bytes: Uint8Array): Lut3d | null {
  if (bytes.length < HEADER + 4) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (view.getUint32(0) !== bytes.length || text(36) !== 'acsp') return null;
  if (text(12) !== 'link' || text(16) !== 'RGB ' || text(20) !== 'RGB ') return null;
  const at = findTag(view, text, 'A2B0');
  if (at === null || text(at) !== 'mft2') return null;
  if (bytes[at + 8] !== CHANNELS || bytes[at + 9] !== CHANNELS) return null;
  const size = bytes[at + GRID_AT];
  const inputEntries = view.getUint16(at + TABLE_COUNTS_AT);
  const outputEntries = view.getUint16(at + TABLE_COUNTS_AT + 2);
  const table = at + TABLES_AT + 2 * CHANNELS * inputEntries;
  if (size < 2 || inputEntries < 2 || outputEntries < 2) return null;
  if (table + 2 * CHANNELS * (size ** 3 + outputEntries) > bytes.length) return null;
  // The first channel varies slowest in a profile and fastest in our tables.
  const values = new Float32Array(CHANNELS * size ** 3);
  let from = table;
  for (let r = 0; r < size; r++) {
    for (let g = 0; g < size; g++) {
      for (let b = 0; b < size; b++) {
        const to = CHANNELS * (r + size * (g + size * b));
        for (let c = 0; c < CHANNELS; c++, from += 2) values[to + c] = view.getUint16(from) / 65535;
      }
    }
  }
  return { size, values, space: 'srgb' };
}

function findTag(view: DataView, text: (at: number) => string, signature: string): number | null {
  const count = view.getUint32(HEADER);
  for (let i = 0; i < count; i++) {
    const at = HEADER + 4 + 12 * i;
    if (at + 12 > view.byteLength) return null;
    const offset = view.getUint32(at + 4);
    if (text(at) === signature && offset + TABLES_AT < view.byteLength) return offset;
  }
  return null;
}
