/**
 * The pixels of a TIFF band by band, from the top to the bottom: a row of tiles, or a strip. So a picture of any size can be
 * read with the memory that one band takes. Uncompressed strips may be as high as the picture and are cut into
 * lower ones; a compressed strip cannot be.
 */
import { damagedImage, readPartAt, unsupportedImage } from '../damagedImage';
import type { ByteSource } from '../byteSource';
import { inflateBounded } from '../inflateBounded';
import { decodeLzw } from './lzw';
import { decodePackBits } from './packBits';
import { swapInPlace, type TiffFile } from './tiffDirectory';
import type { TiffLayout } from './tiffLayout';

export interface TiffBand {
  readonly top: number;
  readonly rows: number;
  /** `channels` values a pixel, in stored order. */
  readonly data: Uint8Array | Uint16Array;
}

/** Uncompressed strips are read in parts of about this size. */
const PART_BYTES = 1 << 20;

/** @throws UserError `image-damaged` or `image-unsupported` */
export function* tiffBands(file: TiffFile, whole: TiffLayout): Generator<TiffBand> {
  const layout = cutStrips(whole);
  const { width, height, blockWidth, blockHeight, planar, samples, channels, bytesPerSample } = layout;
  const columns = Math.ceil(width / blockWidth);
  const blockRows = Math.ceil(height / blockHeight);
  const blockSamples = planar ? 1 : samples;
  const planes = planar ? channels : 1;
  for (let row = 0; row < blockRows; row++) {
    const top = row * blockHeight;
    const rows = Math.min(blockHeight, height - top);
    const length = rows * width * channels;
    const data = bytesPerSample === 2 ? new Uint16Array(length) : new Uint8Array(length);
    for (let plane = 0; plane < planes; plane++) {
      for (let column = 0; column < columns; column++) {
        const index = plane * columns * blockRows + row * columns + column;
        const fullBytes = blockWidth * blockHeight * blockSamples * bytesPerSample;
        const neededBytes = blockWidth * rows * blockSamples * bytesPerSample;
        const packedBytes = Math.min(layout.byteCounts[index], mostPacked(fullBytes));
        const packed = blockBytes(file.source, layout.offsets[index], packedBytes);
        const raw = readPartAt(layout.offsets[index], () =>
          decompress(packed, layout.compression, fullBytes, neededBytes),
        );
        const values = blockValues(raw, neededBytes, file.littleEndian, bytesPerSample);
        if (layout.predictor) undoPrediction(values, blockWidth * blockSamples, blockSamples);
        copyBlock(values, data, layout, { plane, left: column * blockWidth, rows });
      }
    }
    if (layout.photometric === 0) invert(data, channels, bytesPerSample === 2 ? 65535 : 255);
    yield { top, rows, data };
  }
}

/** Uncompressed rows stand one after the other: any number of them is a strip. */
function cutStrips(layout: TiffLayout): TiffLayout {
  const { width, height, blockWidth, blockHeight, compression, planar, samples, bytesPerSample } = layout;
  const rowBytes = width * (planar ? 1 : samples) * bytesPerSample;
  const partRows = Math.max(1, Math.floor(PART_BYTES / rowBytes));
  if (compression !== 1 || blockWidth !== width || partRows >= blockHeight) return layout;
  const strips = Math.ceil(height / blockHeight);
  const offsets: number[] = [];
  const byteCounts: number[] = [];
  for (let plane = 0; plane < (planar ? samples : 1); plane++) {
    for (let top = 0; top < height; top += partRows) {
      // A part never crosses the end of a strip unless the strips follow each other without a gap.
      const strip = plane * strips + Math.floor(top / blockHeight);
      const inside = top % blockHeight;
      const rows = Math.min(partRows, height - top);
      if (inside + rows > blockHeight) return layout;
      if ((inside + rows) * rowBytes > layout.byteCounts[strip])
        throw damagedImage('a strip ends before its last pixel', layout.offsets[strip]);
      offsets.push(layout.offsets[strip] + inside * rowBytes);
      byteCounts.push(rows * rowBytes);
    }
  }
  return { ...layout, blockHeight: partRows, offsets, byteCounts };
}

/** No compression doubles; so parts that all claim one large piece of the file do not have it read for each of them. */
function mostPacked(bytes: number): number {
  return 2 * bytes + 1024;
}

function blockBytes(source: ByteSource, offset: number, count: number): Uint8Array {
  if (offset >= source.length || offset + count > source.length)
    throw damagedImage(`it ends before the last pixel: ${count} bytes of them should begin here`, offset);
  return source.read(offset, count);
}

/** @returns at least `neededBytes` bytes. */
function decompress(
  packed: Uint8Array,
  compression: number,
  maxBytes: number,
  neededBytes: number,
): Uint8Array {
  const raw = unpack(packed, compression, maxBytes, neededBytes);
  if (raw.length < neededBytes) throw damagedImage('a strip or tile ends before its last pixel', 0);
  return raw;
}

function unpack(packed: Uint8Array, compression: number, maxBytes: number, neededBytes: number): Uint8Array {
  switch (compression) {
    case 1:
      return packed;
    case 5:
      return decodeLzw(packed, neededBytes);
    case 8:
    case 32946:
      return inflateBounded(packed, maxBytes);
    case 32773:
      return decodePackBits(packed, neededBytes);
    case 6:
    case 7:
      throw unsupportedImage('JPEG compression inside a TIFF', 'Save it with LZW, ZIP or no compression.');
    default:
      throw unsupportedImage(`compression method ${compression}`, 'Save it with LZW, ZIP or no compression.');
  }
}

function blockValues(
  raw: Uint8Array,
  neededBytes: number,
  littleEndian: boolean,
  bytesPerSample: 1 | 2,
): Uint8Array | Uint16Array {
  // A copy: the prediction is undone in place, and 16-bit views need an even offset.
  const own = raw.slice(0, neededBytes);
  if (bytesPerSample === 1) return own;
  if (!littleEndian) swapInPlace(own, 2);
  return new Uint16Array(own.buffer, 0, neededBytes / 2);
}

/** Horizontal differencing (TIFF 6.0, section 14); sums wrap around as the typed array does. */
function undoPrediction(values: Uint8Array | Uint16Array, rowLength: number, step: number): void {
  for (let start = 0; start < values.length; start += rowLength) {
    const end = start + rowLength;
    for (let i = start + step; i < end; i++) values[i] += values[i - step];
  }
}

interface Place {
  readonly plane: number;
  readonly left: number;
  readonly rows: number;
}

function copyBlock(
  values: Uint8Array | Uint16Array,
  data: Uint8Array | Uint16Array,
  layout: TiffLayout,
  place: Place,
): void {
  const { width, blockWidth, planar, samples, channels } = layout;
  const columns = Math.min(blockWidth, width - place.left);
  const step = planar ? 1 : samples;
  const copied = planar ? 1 : channels;
  for (let y = 0; y < place.rows; y++) {
    let from = y * blockWidth * step;
    let to = (y * width + place.left) * channels + place.plane;
    if (!planar && samples === channels) {
      data.set(values.subarray(from, from + columns * channels), to);
      continue;
    }
    for (let x = 0; x < columns; x++) {
      for (let c = 0; c < copied; c++) data[to + c] = values[from + c];
      from += step;
      to += channels;
    }
  }
}

function invert(data: Uint8Array | Uint16Array, channels: number, max: number): void {
  for (let i = 0; i < data.length; i += channels) data[i] = max - data[i];
}
