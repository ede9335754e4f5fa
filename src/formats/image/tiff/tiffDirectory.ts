/**
 * The directory structure that TIFF files and EXIF blocks share (TIFF 6.0, Adobe 1992, section 2):
 *
 *   49 49 2A 00  08 00 00 00     "II", 42, offset of the first directory ("MM": big endian)
 *   02 00                        number of entries
 *   12 01  03 00  01 00 00 00  06 00 00 00     tag 274, type SHORT, count 1, value 6 (in place: 4 bytes or fewer)
 *   1A 01  05 00  01 00 00 00  26 00 00 00     tag 282, type RATIONAL, count 1, offset of the value
 *   00 00 00 00                  offset of the next directory, 0 = none
 */
import { bufferSource, type ByteSource } from '../byteSource';
import { damagedImage } from '../damagedImage';

export const TIFF_TYPES = {
  byte: 1,
  ascii: 2,
  short: 3,
  long: 4,
  rational: 5,
  undefined: 7,
  srational: 10,
  float: 11,
} as const;

/** Bytes of one value, by type number: BYTE ASCII SHORT LONG RATIONAL SBYTE UNDEFINED SSHORT SLONG SRATIONAL FLOAT DOUBLE IFD. */
const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Bytes that are swapped together: a rational is two longs. */
const SWAP_BYTES: readonly number[] = [0, 1, 1, 2, 4, 4, 1, 1, 2, 4, 4, 4, 8, 4];

const MAX_ENTRIES = 4096;
/** Of all values of a directory together, in lengths of the file: entries may share bytes, but not without end. */
const MAX_SHARE = 2;

export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Always little endian, whatever the file was. */
  readonly bytes: Uint8Array;
  /** Where the entry stands in the file that it was read from. */
  readonly at?: number;
}

export type TiffDirectory = ReadonlyMap<number, TiffEntry>;

export interface TiffFile {
  readonly source: ByteSource;
  readonly littleEndian: boolean;
  readonly firstDirectory: TiffDirectory;
}

/** Reads the header and the first directory. @throws UserError `image-damaged` */
export function readTiffFile(source: ByteSource): TiffFile {
  if (source.length < 8) throw damagedImage('it is too short to be a TIFF', source.length);
  const header = source.read(0, 8);
  const littleEndian = header[0] === 0x49;
  const at = viewOf(header).getUint32(4, littleEndian);
  return { source, littleEndian, firstDirectory: readTiffDirectory(source, littleEndian, at) };
}

/** As `readTiffFile`, from bytes in memory. */
export function readTiffBytes(bytes: Uint8Array): TiffFile {
  return readTiffFile(bufferSource(bytes));
}

/** Entries of unknown type are left out, as the specification asks. @throws UserError `image-damaged` when an offset leads out of the file. */
export function readTiffDirectory(source: ByteSource, littleEndian: boolean, offset: number): TiffDirectory {
  if (offset + 2 > source.length) throw damagedImage('it ends before its directory', offset);
  const count = viewOf(source.read(offset, 2)).getUint16(0, littleEndian);
  if (count > MAX_ENTRIES || offset + 2 + 12 * count > source.length)
    throw damagedImage('its directory is cut off', offset);
  const entries = source.read(offset + 2, 12 * count);
  const view = viewOf(entries);
  const directory = new Map<number, TiffEntry>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    const at = 12 * i;
    const type = view.getUint16(at + 2, littleEndian);
    const values = view.getUint32(at + 4, littleEndian);
    const length = (TYPE_BYTES[type] ?? 0) * values;
    if (length === 0) continue;
    const tag = view.getUint16(at, littleEndian);
    const isHere = length <= 4;
    const start = isHere ? at + 8 : view.getUint32(at + 8, littleEndian);
    if (!isHere && start + length > source.length)
      throw damagedImage(`its tag ${tag} points past the end of the file`, offset + 2 + at);
    total += isHere ? 0 : length;
    if (total > MAX_SHARE * source.length)
      throw damagedImage('its tags claim more bytes than it has', offset + 2 + at);
    const value = isHere ? entries.slice(start, start + length) : source.read(start, length).slice();
    if (!littleEndian) swapInPlace(value, SWAP_BYTES[type]);
    directory.set(tag, { tag, type, count: values, bytes: value, at: offset + 2 + at });
  }
  return directory;
}

/** Where an entry stands in its file; of one that is missing, where it would have to stand. */
export function placeOfTag(directory: TiffDirectory, tag: number): number | undefined {
  const places = [...directory.values()].flatMap(({ at }) => (at === undefined ? [] : [at]));
  return directory.get(tag)?.at ?? (places.length > 0 ? Math.min(...places) : undefined);
}

/** The values of an entry as numbers (BYTE, SHORT, LONG, RATIONAL and their signed kin); [] when the tag is absent. */
export function tiffNumbers(directory: TiffDirectory, tag: number): number[] {
  const entry = directory.get(tag);
  if (!entry) return [];
  const view = viewOf(entry.bytes);
  const values: number[] = new Array<number>(entry.count);
  for (let i = 0; i < entry.count; i++) values[i] = numberAt(view, entry.type, i);
  return values;
}

function numberAt(view: DataView, type: number, i: number): number {
  switch (type) {
    case 3:
      return view.getUint16(2 * i, true);
    case 4:
    case 13:
      return view.getUint32(4 * i, true);
    case 5:
      return view.getUint32(8 * i, true) / view.getUint32(8 * i + 4, true);
    case 8:
      return view.getInt16(2 * i, true);
    case 9:
      return view.getInt32(4 * i, true);
    case 10:
      return view.getInt32(8 * i, true) / view.getInt32(8 * i + 4, true);
    case 11:
      return view.getFloat32(4 * i, true);
    case 12:
      return view.getFloat64(8 * i, true);
    default:
      return view.getUint8(i);
  }
}

/** @param fallback used when the tag is absent. */
export function tiffNumber(directory: TiffDirectory, tag: number, fallback: number): number {
  return tiffNumbers(directory, tag)[0] ?? fallback;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reverses each group of `size` bytes. */
export function swapInPlace(bytes: Uint8Array, size: number): void {
  if (size === 2) {
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const low = bytes[i];
      bytes[i] = bytes[i + 1];
      bytes[i + 1] = low;
    }
  } else if (size > 2) {
    for (let i = 0; i + size <= bytes.length; i += size) bytes.subarray(i, i + size).reverse();
  }
}
