/**
 * Baseline TIFF (TIFF 6.0, Adobe 1992) as cameras, scanners and Photoshop write it: gray or RGB with an optional
 * extra channel, 8 or 16 bit, strips or tiles, chunky or planar; uncompressed, LZW, deflate or PackBits.
 */
import { checkImageSize, damagedImage, unsupportedImage } from '../damagedImage';
import { exifContent, formatExif, orientationOf } from '../exif';
import { inflateBounded } from '../inflateBounded';
import type { Raster, Resolution } from '../raster';
import { decodeLzw } from './lzw';
import { decodePackBits } from './packBits';
import { readTiffFile, swapInPlace, tiffNumber, tiffNumbers } from './tiffDirectory';
import type { TiffDirectory, TiffFile } from './tiffDirectory';

const TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  planar: 284,
  resolutionUnit: 296,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
  sampleFormat: 339,
  xmp: 700,
  icc: 34675,
} as const;

/** Pixels of a tile that may be larger than the picture it pads. */
const MAX_SMALL_TILE = 1 << 22;

const RESAVE = 'Save it as RGB TIFF with 8 or 16 bits per channel.';

/** How the pixels lie in the file. */
interface Layout {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly bytesPerSample: 1 | 2;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly planar: boolean;
  readonly compression: number;
  readonly predictor: boolean;
  readonly offsets: readonly number[];
  readonly byteCounts: readonly number[];
}

/** @throws UserError `image-damaged`, `image-unsupported` or `image-too-large` */
export function decodeTiff(bytes: Uint8Array, maxPixels?: number): Raster {
  const file = readTiffFile(bytes);
  const directory = file.firstDirectory;
  const photometric = checkKind(directory);
  const layout = readLayout(directory, bytes.length, maxPixels);
  const channels = Math.min(photometric === 2 ? 4 : 2, layout.samples) as Raster['channels'];
  const { width, height } = layout;
  const length = width * height * channels;
  const bitDepth = layout.bytesPerSample === 2 ? 16 : 8;
  checkFileSize(layout, bytes.length);
  const data = bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  readBlocks(file, layout, channels, data);
  if (photometric === 0) invert(data, channels, bitDepth === 16 ? 65535 : 255);
  const content = exifContent(file);
  const icc = directory.get(TAG.icc)?.bytes;
  const xmp = directory.get(TAG.xmp)?.bytes;
  const resolution = readResolution(directory);
  return {
    width,
    height,
    channels,
    bitDepth,
    data,
    orientation: orientationOf(directory),
    fileType: 'tiff',
    exif: formatExif(content),
    ...(icc && { iccProfile: icc }),
    ...(xmp && { xmp }),
    ...(resolution && { resolution }),
  };
}

/** @returns the photometric interpretation: 0 white is zero, 1 black is zero, 2 RGB. */
function checkKind(directory: TiffDirectory): number {
  const photometric = tiffNumber(directory, TAG.photometric, -1);
  if (photometric === 5) throw unsupportedImage('CMYK colors', 'Convert it to RGB and save it again.');
  if (photometric === 8 || photometric === 9)
    throw unsupportedImage('Lab colors', 'Convert it to RGB and save it again.');
  if (photometric > 2 || photometric < 0) {
    const kind =
      photometric === 3 ? 'a color palette' : photometric === 32803 ? 'raw sensor data' : 'its color coding';
    throw unsupportedImage(kind, RESAVE);
  }
  const bits = tiffNumbers(directory, TAG.bitsPerSample);
  if (bits.length === 0 || bits.some((value) => value !== bits[0]) || (bits[0] !== 8 && bits[0] !== 16)) {
    throw unsupportedImage(`${bits[0] ?? 1} bits per channel`, RESAVE);
  }
  if (tiffNumber(directory, TAG.sampleFormat, 1) !== 1)
    throw unsupportedImage('floating-point pixels', RESAVE);
  const samples = tiffNumber(directory, TAG.samplesPerPixel, 1);
  if (photometric === 2 && samples < 3) throw damagedImage('an RGB picture with fewer than three channels');
  if (samples < 1 || samples > 32) throw damagedImage(`it claims to have ${samples} channels`);
  return photometric;
}

function readLayout(directory: TiffDirectory, fileBytes: number, maxPixels?: number): Layout {
  const width = tiffNumber(directory, TAG.width, 0);
  const height = tiffNumber(directory, TAG.height, 0);
  checkImageSize(width, height, maxPixels);
  const tiled = directory.has(TAG.tileWidth);
  const blockWidth = tiled ? tiffNumber(directory, TAG.tileWidth, 0) : width;
  const rows = tiled
    ? tiffNumber(directory, TAG.tileHeight, 0)
    : tiffNumber(directory, TAG.rowsPerStrip, height);
  const blockHeight = tiled ? rows : Math.min(rows, height);
  if (
    blockWidth < 1 ||
    blockHeight < 1 ||
    blockWidth * blockHeight > Math.max(4 * width * height, MAX_SMALL_TILE)
  ) {
    throw damagedImage(`its tiles claim to be ${blockWidth} × ${blockHeight} pixels`);
  }
  const samples = tiffNumber(directory, TAG.samplesPerPixel, 1);
  const planar = tiffNumber(directory, TAG.planar, 1) === 2 && samples > 1;
  const offsets = tiffNumbers(directory, tiled ? TAG.tileOffsets : TAG.stripOffsets);
  const compression = tiffNumber(directory, TAG.compression, 1);
  const predictorKind = tiffNumber(directory, TAG.predictor, 1);
  if (predictorKind > 2) throw unsupportedImage('floating-point prediction', RESAVE);
  const blocks = Math.ceil(width / blockWidth) * Math.ceil(height / blockHeight) * (planar ? samples : 1);
  if (offsets.length < blocks) throw damagedImage('parts of the picture are missing');
  const counts = tiffNumbers(directory, tiled ? TAG.tileByteCounts : TAG.stripByteCounts);
  // One uncompressed strip without a byte count: it goes on to the end of the file.
  const byteCounts = counts.length >= blocks ? counts : offsets.map((offset) => fileBytes - offset);
  return {
    width,
    height,
    samples,
    bytesPerSample: tiffNumber(directory, TAG.bitsPerSample, 8) === 16 ? 2 : 1,
    blockWidth,
    blockHeight,
    planar,
    compression,
    predictor: predictorKind === 2,
    offsets,
    byteCounts,
  };
}

/** Largest factor of each compression: LZW makes up to 3,840 bytes of a 12-bit code, deflate 1,032 of one, PackBits 64. */
const MAX_RATIO = 2560;

/** Before memory is taken: so few bytes cannot hold so many pixels. */
function checkFileSize({ width, height, samples, bytesPerSample }: Layout, fileBytes: number): void {
  if (width * height * samples * bytesPerSample > MAX_RATIO * fileBytes)
    throw damagedImage('it ends before the last pixel');
}

/** Strips are tiles as wide as the picture, except that the last strip may be short. */
function readBlocks(file: TiffFile, layout: Layout, channels: number, data: Uint8Array | Uint16Array): void {
  const { width, height, blockWidth, blockHeight, planar, samples, bytesPerSample } = layout;
  const columns = Math.ceil(width / blockWidth);
  const rows = Math.ceil(height / blockHeight);
  const blockSamples = planar ? 1 : samples;
  const planes = planar ? channels : 1;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      const top = row * blockHeight;
      const rowsHere = Math.min(blockHeight, height - top);
      for (let column = 0; column < columns; column++) {
        const index = plane * columns * rows + row * columns + column;
        const fullBytes = blockWidth * blockHeight * blockSamples * bytesPerSample;
        const neededBytes = blockWidth * rowsHere * blockSamples * bytesPerSample;
        const packed = blockBytes(file.bytes, layout.offsets[index], layout.byteCounts[index]);
        const raw = decompress(packed, layout.compression, fullBytes, neededBytes);
        const values = blockValues(raw, neededBytes, file.littleEndian, bytesPerSample);
        if (layout.predictor) undoPrediction(values, blockWidth * blockSamples, blockSamples);
        copyBlock(values, data, layout, channels, { plane, left: column * blockWidth, top, rows: rowsHere });
      }
    }
  }
}

function blockBytes(bytes: Uint8Array, offset: number, count: number): Uint8Array {
  if (offset >= bytes.length || offset + count > bytes.length)
    throw damagedImage('it ends before the last pixel');
  return bytes.subarray(offset, offset + count);
}

/** @returns at least `neededBytes` bytes. */
function decompress(
  packed: Uint8Array,
  compression: number,
  maxBytes: number,
  neededBytes: number,
): Uint8Array {
  const raw = unpack(packed, compression, maxBytes, neededBytes);
  if (raw.length < neededBytes) throw damagedImage('it ends before the last pixel');
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
  readonly top: number;
  readonly rows: number;
}

function copyBlock(
  values: Uint8Array | Uint16Array,
  data: Uint8Array | Uint16Array,
  layout: Layout,
  channels: number,
  place: Place,
): void {
  const { width, blockWidth, planar, samples } = layout;
  const columns = Math.min(blockWidth, width - place.left);
  const step = planar ? 1 : samples;
  const copied = planar ? 1 : channels;
  for (let y = 0; y < place.rows; y++) {
    let from = y * blockWidth * step;
    let to = ((place.top + y) * width + place.left) * channels + place.plane;
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

function readResolution(directory: TiffDirectory): Resolution | null {
  const unit = tiffNumber(directory, TAG.resolutionUnit, 2);
  const x = tiffNumber(directory, TAG.xResolution, NaN);
  const y = tiffNumber(directory, TAG.yResolution, x);
  if (unit === 1 || !(x > 0) || !(y > 0) || !Number.isFinite(x + y)) return null;
  const perInch = unit === 3 ? 2.54 : 1;
  return { xDpi: x * perInch, yDpi: y * perInch };
}
