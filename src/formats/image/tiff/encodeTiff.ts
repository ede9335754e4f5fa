/**
 * A baseline TIFF (TIFF 6.0), little endian: header, strips compressed with ZIP (deflate) and horizontal differencing,
 * then one directory. The photograph's EXIF, XMP and ICC blocks are put back where TIFF keeps them.
 */
import { portableDeflate } from '../deflate';
import type { Deflate } from '../deflate';
import { parseExif } from '../exif';
import type { Raster } from '../raster';
import { TIFF_TYPES } from './tiffDirectory';
import type { TiffEntry } from './tiffDirectory';
import { bytesEntry, longEntry, rationalEntry, shortEntry, writeTiffDirectory } from './writeTiffDirectory';

/** About this much before compression; readers hold one strip at a time. */
const STRIP_BYTES = 1 << 20;
const DEFLATE = 8;

export function encodeTiff(raster: Raster, deflate: Deflate = portableDeflate): Uint8Array {
  const { width, height, channels, bitDepth } = raster;
  const rowBytes = (width * channels * bitDepth) / 8;
  const rowsPerStrip = Math.max(1, Math.min(height, Math.floor(STRIP_BYTES / rowBytes)));
  const strips: Uint8Array[] = [];
  for (let top = 0; top < height; top += rowsPerStrip) {
    strips.push(deflate(predictedStrip(raster, top, Math.min(height, top + rowsPerStrip))));
  }
  let end = 8;
  const offsets = strips.map((strip) => {
    const offset = end;
    end += strip.length + (strip.length % 2);
    return offset;
  });
  const exif = raster.exif ? parseExif(raster.exif) : null;
  const entries: TiffEntry[] = [
    ...(exif?.entries ?? []),
    longEntry(256, [width]),
    longEntry(257, [height]),
    shortEntry(258, ...new Array<number>(channels).fill(bitDepth)),
    shortEntry(259, DEFLATE),
    shortEntry(262, channels < 3 ? 1 : 2),
    longEntry(273, offsets),
    shortEntry(274, raster.orientation),
    shortEntry(277, channels),
    longEntry(278, [rowsPerStrip]),
    longEntry(
      279,
      strips.map((strip) => strip.length),
    ),
    rationalEntry(282, raster.resolution?.xDpi ?? 72),
    rationalEntry(283, raster.resolution?.yDpi ?? 72),
    shortEntry(284, 1),
    shortEntry(296, 2),
    shortEntry(317, 2),
  ];
  // 2 = unassociated alpha.
  if (channels === 2 || channels === 4) entries.push(shortEntry(338, 2));
  if (raster.xmp) entries.push(bytesEntry(700, TIFF_TYPES.byte, raster.xmp));
  if (raster.iccProfile) entries.push(bytesEntry(34675, TIFF_TYPES.undefined, raster.iccProfile));
  const directory = writeTiffDirectory(entries, end, exif?.subDirectories ?? []);
  const out = new Uint8Array(end + directory.length);
  out.set([0x49, 0x49, 42, 0]);
  new DataView(out.buffer).setUint32(4, end, true);
  strips.forEach((strip, i) => out.set(strip, offsets[i]));
  out.set(directory, end);
  return out;
}

/** The rows as differences to the pixel on the left. */
function predictedStrip(raster: Raster, top: number, bottom: number): Uint8Array {
  const rowLength = raster.width * raster.channels;
  const values = raster.data.slice(top * rowLength, bottom * rowLength);
  for (let start = 0; start < values.length; start += rowLength) {
    for (let i = start + rowLength - 1; i >= start + raster.channels; i--)
      values[i] -= values[i - raster.channels];
  }
  return littleEndianBytes(values);
}

/** JavaScript engines of today all run little endian, but only a DataView promises it. */
function littleEndianBytes(values: Uint8Array | Uint16Array): Uint8Array {
  if (values instanceof Uint8Array) return values;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const probe = new Uint8Array(new Uint16Array([1]).buffer);
  if (probe[0] === 0) for (let i = 0; i < bytes.length; i += 2) bytes.subarray(i, i + 2).reverse();
  return bytes;
}
