/**
 * A 3D table as an ICC device link profile, RGB → RGB: what Photoshop's Color Lookup renders from.
 * Written as a lut16Type ('mft2', ICC.1:2010, 10.10) with identity matrix and curves; read from that and from the
 * lutAToBType ('mAB ', 10.12) that Photoshop itself writes.
 *
 *   128 header ('link', 'RGB ', 'RGB ') · tag table: desc, cprt, pseq, A2B0 · their data
 *
 * The table of a profile varies red slowest and blue fastest; ours the other way round.
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Lut3d } from '../../engine/render/lut3d';

const HEADER = 128;
const WHITE = 65535;

/** @returns the bytes of the profile; values of the table are clipped to [0, 1]. */
export function formatDeviceLink(lut: Lut3d, description: string): Uint8Array {
  const tags: readonly (readonly [signature: string, data: Uint8Array])[] = [
    ['desc', descriptionTag(description)],
    ['cprt', textTag('No copyright, use freely')],
    ['pseq', sequenceTag()],
    ['A2B0', lut16Tag(lut)],
  ];
  const tableEnd = HEADER + 4 + 12 * tags.length;
  const size = tags.reduce((sum, [, data]) => sum + data.length, tableEnd);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  writeHeader(bytes, view);
  view.setUint32(HEADER, tags.length);
  let at = tableEnd;
  tags.forEach(([signature, data], i) => {
    const entry = HEADER + 4 + 12 * i;
    putAscii(bytes, entry, signature);
    view.setUint32(entry + 4, at);
    view.setUint32(entry + 8, data.length);
    bytes.set(data, at);
    at += data.length;
  });
  return bytes;
}

function writeHeader(bytes: Uint8Array, view: DataView): void {
  view.setUint32(0, bytes.length);
  putAscii(bytes, 4, 'ADBE');
  view.setUint32(8, 0x02400000);
  putAscii(bytes, 12, 'linkRGB RGB ');
  // A fixed date (2024-01-01), so that the same table gives the same bytes.
  [2024, 1, 1].forEach((part, i) => view.setUint16(24 + 2 * i, part));
  putAscii(bytes, 36, 'acsp');
  // The illuminant D50 as s15Fixed16.
  [0xf6d6, 0x10000, 0xd32d].forEach((value, i) => view.setUint32(68 + 4 * i, value));
}

function putAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i) & 0x7f;
}

const padded = (length: number): number => length + ((4 - (length % 4)) % 4);

/** textDescriptionType of version 2 profiles, ASCII part only. */
function descriptionTag(text: string): Uint8Array {
  const ascii = text.replace(/[^\x20-\x7e]/g, '?');
  const bytes = new Uint8Array(padded(12 + ascii.length + 1 + 78));
  putAscii(bytes, 0, 'desc');
  new DataView(bytes.buffer).setUint32(8, ascii.length + 1);
  putAscii(bytes, 12, ascii);
  return bytes;
}

function textTag(text: string): Uint8Array {
  const bytes = new Uint8Array(padded(8 + text.length + 1));
  putAscii(bytes, 0, 'text');
  putAscii(bytes, 8, text);
  return bytes;
}

/** profileSequenceDescType without entries. */
function sequenceTag(): Uint8Array {
  const bytes = new Uint8Array(12);
  putAscii(bytes, 0, 'pseq');
  return bytes;
}

function lut16Tag({ size, values }: Lut3d): Uint8Array {
  const entries = 2;
  const tableBytes = 2 * 3 * (2 * entries + size ** 3);
  const bytes = new Uint8Array(padded(52 + tableBytes));
  const view = new DataView(bytes.buffer);
  putAscii(bytes, 0, 'mft2');
  bytes.set([3, 3, size], 8);
  for (let i = 0; i < 3; i++) view.setUint32(12 + 16 * i, 0x10000);
  view.setUint16(48, entries);
  view.setUint16(50, entries);
  let at = 52;
  const put = (value: number): void => {
    view.setUint16(at, value);
    at += 2;
  };
  const identityCurves = (): void => {
    for (let c = 0; c < 3; c++) {
      put(0);
      put(WHITE);
    }
  };
  identityCurves();
  for (let r = 0; r < size; r++) {
    for (let g = 0; g < size; g++) {
      for (let b = 0; b < size; b++) {
        const from = 3 * (r + size * (g + size * b));
        for (let c = 0; c < 3; c++) put(Math.round(Math.min(Math.max(values[from + c], 0), 1) * WHITE));
      }
    }
  }
  identityCurves();
  return bytes;
}

/**
 * @returns the table, or null when the bytes are no RGB device link of the two kinds, or its curves are not identities.
 * @param space a device link does not name its space.
 */
export function parseDeviceLink(bytes: Uint8Array, space: RgbSpaceId): Lut3d | null {
  if (bytes.length < HEADER + 4) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (at: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(at, at + length));
  if (ascii(36, 4) !== 'acsp' || ascii(12, 12) !== 'linkRGB RGB ') return null;
  const count = view.getUint32(HEADER);
  for (let i = 0; i < count; i++) {
    const entry = HEADER + 4 + 12 * i;
    if (entry + 12 > bytes.length) return null;
    if (ascii(entry, 4) !== 'A2B0') continue;
    const at = view.getUint32(entry + 4);
    if (at + 52 > bytes.length || bytes[at + 8] !== 3 || bytes[at + 9] !== 3) return null;
    const type = ascii(at, 4);
    if (type === 'mft2') return parseLut16(view, at, space);
    if (type === 'mAB ') return parseLutAToB(view, at, space);
  }
  return null;
}

function parseLut16(view: DataView, at: number, space: RgbSpaceId): Lut3d | null {
  const size = view.getUint8(at + 10);
  const table = at + 52 + 6 * view.getUint16(at + 48);
  if (table + 6 * size ** 3 > view.byteLength) return null;
  return readTable(size, space, (index) => view.getUint16(table + 2 * index) / WHITE);
}

/** Offsets at 12: B curves, matrix, M curves, table, A curves. Values pass the table, then the 3×4 matrix. */
function parseLutAToB(view: DataView, at: number, space: RgbSpaceId): Lut3d | null {
  const matrixAt = view.getUint32(at + 16);
  const tableAt = view.getUint32(at + 24);
  if (tableAt === 0) return null;
  const head = at + tableAt;
  const size = view.getUint8(head);
  const bytesAValue = view.getUint8(head + 16);
  const table = head + 20;
  if (size < 2 || table + 3 * bytesAValue * size ** 3 > view.byteLength) return null;
  const read = (index: number): number =>
    bytesAValue === 2 ? view.getUint16(table + 2 * index) / WHITE : view.getUint8(table + index) / 255;
  const lut = readTable(size, space, read);
  if (matrixAt !== 0) applyMatrix(view, at + matrixAt, lut.values);
  return lut;
}

function applyMatrix(view: DataView, at: number, values: Float32Array): void {
  const m = Array.from({ length: 12 }, (_, i) => view.getInt32(at + 4 * i) / 65536);
  for (let i = 0; i < values.length; i += 3) {
    const [x, y, z] = [values[i], values[i + 1], values[i + 2]];
    for (let c = 0; c < 3; c++) {
      values[i + c] = m[3 * c] * x + m[3 * c + 1] * y + m[3 * c + 2] * z + m[9 + c];
    }
  }
}

function readTable(size: number, space: RgbSpaceId, read: (index: number) => number): Lut3d {
  const values = new Float32Array(3 * size ** 3);
  let index = 0;
  for (let r = 0; r < size; r++) {
    for (let g = 0; g < size; g++) {
      for (let b = 0; b < size; b++) {
        const to = 3 * (r + size * (g + size * b));
        for (let c = 0; c < 3; c++) values[to + c] = read(index++);
      }
    }
  }
  return { size, values, space };
}
