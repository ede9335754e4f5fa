/**
 * Writes a baseline TIFF (TIFF 6.0), little endian, row by row: header, strips, then one directory. The strips are
 * compressed with ZIP (deflate) and horizontal differencing, or stored as they are. The photograph's EXIF, XMP and ICC
 * blocks are put back where TIFF keeps them.
 */
import type { Deflate } from '../deflate';
import { parseExif } from '../exif';
import type { RasterHead } from '../raster';
import { TIFF_TYPES, type TiffEntry } from './tiffDirectory';
import { bytesEntry, longEntry, rationalEntry, shortEntry } from './tiffEntries';
import { writeTiffDirectory } from './writeTiffDirectory';

/** Where the bytes go: one after the other, except that the header is completed at the end. */
export interface TiffSink {
  append(bytes: Uint8Array): void;
  /** Writes over bytes that were appended before. */
  patch(offset: number, bytes: Uint8Array): void;
}

export interface TiffWriter {
  /** Whole rows in stored order, any number at a time. */
  rows(data: Uint8Array | Uint16Array): void;
  /** After the last row. */
  end(): void;
}

/** About this much before compression; readers hold one strip at a time. */
const STRIP_BYTES = 1 << 20;
const COMPRESSION = { none: 1, deflate: 8 } as const;

/** @param deflate null: the pixels are stored as they are */
export function createTiffWriter(head: RasterHead, sink: TiffSink, deflate: Deflate | null): TiffWriter {
  const { width, height, channels, bitDepth } = head;
  const rowLength = width * channels;
  const rowsPerStrip = Math.max(1, Math.min(height, Math.floor((8 * STRIP_BYTES) / (rowLength * bitDepth))));
  const full = rowsPerStrip * rowLength;
  const strip = bitDepth === 16 ? new Uint16Array(full) : new Uint8Array(full);
  const offsets: number[] = [];
  const lengths: number[] = [];
  let filled = 0;
  let end = 8;
  sink.append(Uint8Array.of(0x49, 0x49, 42, 0, 0, 0, 0, 0));

  const flush = (): void => {
    const values = strip.subarray(0, filled);
    if (deflate) predict(values, rowLength, channels);
    const stored = littleEndianBytes(values);
    const bytes = deflate ? deflate(stored) : stored.slice();
    offsets.push(end);
    lengths.push(bytes.length);
    sink.append(bytes);
    end += bytes.length;
    // Values stand at even offsets.
    if (end % 2 === 1) {
      sink.append(new Uint8Array(1));
      end++;
    }
    filled = 0;
  };

  return {
    rows(data) {
      for (let from = 0; from < data.length;) {
        const part = data.subarray(from, from + full - filled);
        strip.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === full) flush();
      }
    },
    end() {
      if (filled > 0) flush();
      const entries = [
        ...pictureEntries(head),
        shortEntry(259, deflate ? COMPRESSION.deflate : COMPRESSION.none),
        longEntry(273, offsets),
        longEntry(278, [rowsPerStrip]),
        longEntry(279, lengths),
        ...(deflate ? [shortEntry(317, 2)] : []),
      ];
      const exif = head.exif ? parseExif(head.exif) : null;
      const all = [...(exif?.entries ?? []), ...entries];
      sink.append(writeTiffDirectory(all, end, exif?.subDirectories ?? []));
      const at = new Uint8Array(4);
      new DataView(at.buffer).setUint32(0, end, true);
      sink.patch(4, at);
    },
  };
}

function pictureEntries({
  width,
  height,
  channels,
  bitDepth,
  orientation,
  resolution,
  xmp,
  iccProfile,
}: RasterHead): TiffEntry[] {
  const entries: TiffEntry[] = [
    longEntry(256, [width]),
    longEntry(257, [height]),
    shortEntry(258, ...new Array<number>(channels).fill(bitDepth)),
    shortEntry(262, channels < 3 ? 1 : 2),
    shortEntry(274, orientation),
    shortEntry(277, channels),
    rationalEntry(282, resolution?.xDpi ?? 72),
    rationalEntry(283, resolution?.yDpi ?? 72),
    shortEntry(284, 1),
    shortEntry(296, 2),
  ];
  // 2 = unassociated alpha.
  if (channels === 2 || channels === 4) entries.push(shortEntry(338, 2));
  if (xmp) entries.push(bytesEntry(700, TIFF_TYPES.byte, xmp));
  if (iccProfile) entries.push(bytesEntry(34675, TIFF_TYPES.undefined, iccProfile));
  return entries;
}

/** The rows as differences to the pixel on the left, in place. */
function predict(values: Uint8Array | Uint16Array, rowLength: number, channels: number): void {
  for (let start = 0; start < values.length; start += rowLength) {
    for (let i = start + rowLength - 1; i >= start + channels; i--) values[i] -= values[i - channels];
  }
}

/** JavaScript engines of today all run little endian, but only a DataView promises it. */
function littleEndianBytes(values: Uint8Array | Uint16Array): Uint8Array {
  if (values instanceof Uint8Array) return values;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const probe = new Uint8Array(new Uint16Array([1]).buffer);
  if (probe[0] === 0) for (let i = 0; i < bytes.length; i += 2) bytes.subarray(i, i + 2).reverse();
  return bytes;
}
