/** One channel's pixels: raw, PackBits, or zlib with or without prediction from the pixel to the left. */
import { unzlibSync } from 'fflate';
import { UserError } from '../../engine/userError';
import { MAX_DEFLATE_RATIO } from '../image/inflateBounded';
import { ByteReader } from './byteReader';
import { fewestPackedBytes, unpackBits } from './packBits';

export type PlaneData = Uint8Array | Uint16Array;

export interface PlaneSize {
  readonly width: number;
  readonly height: number;
  readonly bitsPerChannel: 8 | 16;
}

/** @param rowLengths for PackBits: the packed length of each row, from the head of the section. */
export function decodePlane(
  data: Uint8Array,
  compression: number,
  size: PlaneSize,
  rowLengths?: readonly number[],
): PlaneData {
  const rowBytes = (size.width * size.bitsPerChannel) / 8;
  const total = rowBytes * size.height;
  // Sizes are what the file claims: no memory is taken before it holds enough bytes for them.
  checkCompression(compression, data);
  if (data.length < fewestBytes(compression, rowBytes, size.height))
    throw new UserError('psd.truncated', { byte: data.byteOffset + data.length });
  let bytes: Uint8Array;
  if (compression === 0) bytes = data.subarray(0, total);
  else if (compression === 1) bytes = unpackRows(data, rowBytes, size.height, rowLengths ?? []);
  else bytes = inflate(data, total);
  if (bytes.length < total) throw new UserError('psd.truncated', { byte: data.byteOffset + data.length });
  const values = size.bitsPerChannel === 8 ? Uint8Array.from(bytes) : toUint16(bytes);
  if (compression === 3) addLeft(values, size.width);
  return values;
}

function checkCompression(compression: number, data: Uint8Array): void {
  if (compression <= 3) return;
  const value = `compression ${compression}, byte ${data.byteOffset}`;
  throw new UserError('psd.unknownCompression', { value });
}

/** A plane cannot be said in fewer. */
function fewestBytes(compression: number, rowBytes: number, height: number): number {
  if (compression === 0) return rowBytes * height;
  if (compression === 1) return fewestPackedBytes(rowBytes) * height;
  return (rowBytes * height) / MAX_DEFLATE_RATIO;
}

function inflate(data: Uint8Array, length: number): Uint8Array {
  try {
    return unzlibSync(data, { out: new Uint8Array(length) });
  } catch (error) {
    const value = `compressed pixels, byte ${data.byteOffset}`;
    throw new UserError('psd.unreadablePixels', { value }, { cause: error });
  }
}

function unpackRows(
  data: Uint8Array,
  rowBytes: number,
  height: number,
  rowLengths: readonly number[],
): Uint8Array {
  const bytes = new Uint8Array(rowBytes * height);
  let from = 0;
  for (let y = 0; y < height; y++) {
    const packed = data.subarray(from, from + rowLengths[y]);
    unpackBits(packed, bytes.subarray(y * rowBytes, (y + 1) * rowBytes));
    from += rowLengths[y];
  }
  return bytes;
}

function toUint16(bytes: Uint8Array): Uint16Array {
  const values = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < values.length; i++) values[i] = (bytes[2 * i] << 8) | bytes[2 * i + 1];
  return values;
}

function addLeft(values: PlaneData, width: number): void {
  for (let row = 0; row < values.length; row += width) {
    for (let i = row + 1; i < row + width; i++) values[i] += values[i - 1];
  }
}

/** A channel of a layer: two bytes of compression, for PackBits the row lengths, then the pixels. */
export function decodeLayerChannel(bytes: Uint8Array, size: PlaneSize, wide: boolean): PlaneData {
  const reader = new ByteReader(bytes);
  const compression = reader.uint16();
  const rowLengths = compression === 1 ? readRowLengths(reader, size.height, wide) : [];
  return decodePlane(reader.take(reader.left), compression, size, rowLengths);
}

/** Of `rows` packed rows, 16 bits each in a PSD, 32 in a PSB. */
export function readRowLengths(reader: ByteReader, rows: number, wide: boolean): number[] {
  if (reader.left < rows * (wide ? 4 : 2))
    throw new UserError('psd.truncated', { byte: reader.bytes.byteOffset + reader.position });
  return Array.from({ length: rows }, () => (wide ? reader.uint32() : reader.uint16()));
}
