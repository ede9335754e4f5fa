/** What a TIFF's directory says about its pixels, checked before any of them is read. */
import { checkImageSize, damagedImage, unsupportedImage } from '../damagedImage';
import type { Raster } from '../raster';
import { placeOfTag, tiffNumber, tiffNumbers, type TiffDirectory } from './tiffDirectory';

export const TAG = {
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
export interface TiffLayout {
  readonly width: number;
  readonly height: number;
  /** 0 white is zero, 1 black is zero, 2 RGB. */
  readonly photometric: number;
  /** Stored for each pixel; those beyond `channels` are left out. */
  readonly samples: number;
  readonly channels: Raster['channels'];
  readonly bytesPerSample: 1 | 2;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly planar: boolean;
  readonly compression: number;
  readonly predictor: boolean;
  readonly offsets: readonly number[];
  readonly byteCounts: readonly number[];
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
  const samplesAt = placeOfTag(directory, TAG.samplesPerPixel);
  if (photometric === 2 && samples < 3)
    throw damagedImage('an RGB picture with fewer than three channels', samplesAt);
  if (!isWhole(samples) || samples < 1 || samples > 32)
    throw damagedImage(`it claims to have ${samples} channels`, samplesAt);
  return photometric;
}

/** Not of every type that a tag may claim: fractions and negative numbers are none. */
function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

/**
 * @param fileBytes length of the file
 * @throws UserError `image-damaged`, `image-unsupported` or `image-too-large`
 */
export function readTiffLayout(directory: TiffDirectory, fileBytes: number, maxPixels?: number): TiffLayout {
  const photometric = checkKind(directory);
  const width = tiffNumber(directory, TAG.width, 0);
  const height = tiffNumber(directory, TAG.height, 0);
  checkImageSize(width, height, placeOfTag(directory, TAG.width), maxPixels);
  const tiled = directory.has(TAG.tileWidth);
  const blockWidth = tiled ? tiffNumber(directory, TAG.tileWidth, 0) : width;
  const rows = tiled
    ? tiffNumber(directory, TAG.tileHeight, 0)
    : tiffNumber(directory, TAG.rowsPerStrip, height);
  const blockHeight = tiled ? rows : Math.min(rows, height);
  if (
    !isWhole(blockWidth) ||
    !isWhole(blockHeight) ||
    blockWidth < 1 ||
    blockHeight < 1 ||
    blockWidth * blockHeight > Math.max(4 * width * height, MAX_SMALL_TILE)
  ) {
    throw damagedImage(
      `its ${tiled ? 'tiles' : 'strips'} claim to be ${blockWidth} × ${blockHeight} pixels`,
      placeOfTag(directory, tiled ? TAG.tileWidth : TAG.rowsPerStrip),
    );
  }
  const samples = tiffNumber(directory, TAG.samplesPerPixel, 1);
  const planar = tiffNumber(directory, TAG.planar, 1) === 2 && samples > 1;
  const offsetsTag = tiled ? TAG.tileOffsets : TAG.stripOffsets;
  const offsets = tiffNumbers(directory, offsetsTag);
  const compression = tiffNumber(directory, TAG.compression, 1);
  const predictorKind = tiffNumber(directory, TAG.predictor, 1);
  if (predictorKind > 2) throw unsupportedImage('floating-point prediction', RESAVE);
  const blocks = Math.ceil(width / blockWidth) * Math.ceil(height / blockHeight) * (planar ? samples : 1);
  if (offsets.length < blocks)
    throw damagedImage(
      `it lists ${offsets.length} of ${blocks} parts of the picture`,
      placeOfTag(directory, offsetsTag),
    );
  if (!offsets.every(isWhole))
    throw damagedImage('a part of the picture lies at no whole byte', placeOfTag(directory, offsetsTag));
  const countsTag = tiled ? TAG.tileByteCounts : TAG.stripByteCounts;
  const counts = tiffNumbers(directory, countsTag);
  if (!counts.every(isWhole))
    throw damagedImage(
      'a part of the picture has no whole number of bytes',
      placeOfTag(directory, countsTag),
    );
  // One uncompressed strip without a byte count: it goes on to the end of the file.
  const byteCounts = counts.length >= blocks ? counts : offsets.map((offset) => fileBytes - offset);
  const layout: TiffLayout = {
    width,
    height,
    photometric,
    samples,
    channels: Math.min(photometric === 2 ? 4 : 2, samples) as Raster['channels'],
    bytesPerSample: tiffNumber(directory, TAG.bitsPerSample, 8) === 16 ? 2 : 1,
    blockWidth,
    blockHeight,
    planar,
    compression,
    predictor: predictorKind === 2,
    offsets,
    byteCounts,
  };
  checkFileSize(layout, fileBytes);
  return layout;
}

/** Largest factor of each compression: LZW makes up to 3,840 bytes of a 12-bit code, deflate 1,032 of one, PackBits 64. */
const MAX_RATIO = 2560;

/** Before memory is taken: so few bytes cannot hold so many pixels. */
function checkFileSize({ width, height, samples, bytesPerSample }: TiffLayout, fileBytes: number): void {
  if (width * height * samples * bytesPerSample > MAX_RATIO * fileBytes)
    throw damagedImage('it ends before the last pixel', fileBytes);
}
