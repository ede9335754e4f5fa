/** JPEG, baseline and progressive, gray or color, through jpeg-js; the metadata blocks are read here. */
import { decode } from 'jpeg-js';
import { checkImageSize, damagedImage, unsupportedImage } from '../damagedImage';
import { exifOrientation } from '../exif';
import { MAX_PIXELS } from '../raster';
import type { Raster } from '../raster';
import { readJpegMetadata } from './jpegMetadata';
import { isFrameHeader, JPEG_MARKERS, readJpegSegments, startsWithAscii } from './jpegSegments';
import type { JpegSegment } from './jpegSegments';

/** jpeg-js counts everything it allocates: coefficients, lines, output; about 30 bytes a pixel. */
const BYTES_PER_PIXEL = 40;

/** Progressive files have about ten. Each is a walk over all blocks, and may take a few bytes. */
const MAX_SCANS = 500;

/** @throws UserError `image-damaged`, `image-unsupported` or `image-too-large` */
export function decodeJpeg(bytes: Uint8Array): Raster {
  const { segments, scanOffset } = readJpegSegments(bytes);
  const frame = segments.find((segment) => isFrameHeader(segment.marker));
  if (!frame || frame.content.length < 6)
    throw damagedImage('its frame header is missing', frame?.at ?? scanOffset);
  const { width, height, components } = checkFrame(frame);
  checkEnd(bytes, scanOffset);
  checkScans(bytes, scanOffset);
  if (8 * (bytes.length - scanOffset) < blocksOf(frame, width, height)) {
    throw damagedImage(`it is too short for ${width} × ${height} pixels`, bytes.length);
  }
  const colorTransform = components === 3 ? isYcc(segments, frame) : undefined;
  let decoded: { readonly width: number; readonly height: number; readonly data: Uint8Array };
  try {
    decoded = decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: MAX_PIXELS / 1e6,
      maxMemoryUsageInMB: Math.ceil((width * height * BYTES_PER_PIXEL) / 1e6) + 64,
      ...(colorTransform !== undefined && { colorTransform }),
    });
  } catch (error) {
    throw damagedImage(
      `its compressed data cannot be read: ${error instanceof Error ? error.message : error}`,
      scanOffset,
      error,
    );
  }
  const metadata = readJpegMetadata(segments);
  return {
    width,
    height,
    channels: components === 1 ? 1 : 3,
    bitDepth: 8,
    data: components === 1 ? firstOfThree(decoded.data) : decoded.data,
    orientation: exifOrientation(metadata.exif),
    fileType: 'jpeg',
    ...metadata,
  };
}

function checkFrame({ marker, content, at }: JpegSegment): {
  width: number;
  height: number;
  components: number;
} {
  if (marker > 0xc2)
    throw unsupportedImage('a lossless or arithmetic-coded JPEG', 'Save it as a normal JPEG or as TIFF.');
  if (content[0] !== 8)
    throw unsupportedImage(`${content[0]} bits per channel in a JPEG`, 'Save it as 16-bit TIFF.');
  const height = (content[1] << 8) | content[2];
  const width = (content[3] << 8) | content[4];
  checkImageSize(width, height, at);
  const components = content[5];
  if (components === 4) throw unsupportedImage('CMYK colors', 'Convert it to RGB and save it again.');
  if (components !== 1 && components !== 3)
    throw damagedImage(`it claims to have ${components} channels`, at);
  return { width, height, components };
}

/** Blocks of 8 × 8 samples; none is coded in less than a bit, the shortest Huffman code of its DC difference. */
function blocksOf({ content }: JpegSegment, width: number, height: number): number {
  const samplings: { h: number; v: number }[] = [];
  for (let at = 7; at < content.length; at += 3) {
    samplings.push({ h: content[at] >> 4, v: content[at] & 15 });
  }
  const maxH = Math.max(1, ...samplings.map(({ h }) => h));
  const maxV = Math.max(1, ...samplings.map(({ v }) => v));
  return samplings.reduce((sum, { h, v }) => sum + ((width * h) / maxH / 8) * ((height * v) / maxV / 8), 0);
}

/** A download that broke off has no end marker. */
function checkEnd(bytes: Uint8Array, scanOffset: number): void {
  for (let i = bytes.length - 2; i > scanOffset; i--) {
    if (bytes[i] === 0xff && bytes[i + 1] === 0xd9) return;
  }
  throw damagedImage('it ends early', bytes.length);
}

function checkScans(bytes: Uint8Array, scanOffset: number): void {
  let scans = 0;
  for (let at = scanOffset; at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === JPEG_MARKERS.startOfScan && ++scans > MAX_SCANS)
      throw damagedImage(`it has more than ${MAX_SCANS} scans`, at);
  }
}

/** Three components are YCbCr unless Adobe's marker or their names say RGB. */
function isYcc(segments: readonly JpegSegment[], frame: JpegSegment): boolean {
  const adobe = segments.find(
    ({ marker, content }) =>
      marker === JPEG_MARKERS.app14 && startsWithAscii(content, 'Adobe') && content.length >= 12,
  );
  if (adobe) return adobe.content[11] !== 0;
  const names = [frame.content[6], frame.content[9], frame.content[12]];
  return String.fromCharCode(...names) !== 'RGB';
}

function firstOfThree(data: Uint8Array): Uint8Array {
  const gray = new Uint8Array(data.length / 3);
  for (let i = 0; i < gray.length; i++) gray[i] = data[3 * i];
  return gray;
}
