/**
 * A 3D table as an ICC device link profile, RGB → RGB: what Photoshop's Color Lookup renders from.
 * Written as a lut16Type (lut16.ts) with identity curves; read from that and from the lutAToBType ('mAB ',
 * ICC.1:2010, 10.12) that Photoshop itself writes.
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Lut3d } from '../../engine/render/lut3d';
import { forEachNode, lut16Tag } from './lut16';
import { putAscii, writeIccProfile } from './writeIccProfile';

const HEADER = 128;
const WHITE = 65535;

/** @returns the bytes of the profile; values of the table are clipped to [0, 1]. */
export function formatDeviceLink(lut: Lut3d, description: string): Uint8Array {
  return writeIccProfile({
    deviceClass: 'link',
    colorSpace: 'RGB ',
    connectionSpace: 'RGB ',
    description,
    tags: [
      ['pseq', sequenceTag()],
      ['A2B0', lut16Tag(lut)],
    ],
  });
}

/** profileSequenceDescType without entries. */
function sequenceTag(): Uint8Array {
  const bytes = new Uint8Array(12);
  putAscii(bytes, 0, 'pseq');
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
  forEachNode(size, (to) => {
    for (let c = 0; c < 3; c++) values[to + c] = read(index++);
  });
  return { size, values, space };
}
