/** PNG (W3C PNG, third edition): every color type and depth, interlaced or not, into 8 or 16 bits per channel. */
import { checkImageSize, damagedImage, readPartAt } from '../damagedImage';
import { exifOrientation } from '../exif';
import { checkCompression, inflateBounded } from '../inflateBounded';
import type { Raster } from '../raster';
import { readPngChunks } from './pngChunks';
import type { ReadPngChunk } from './pngChunks';
import { readPngMetadata } from './pngMetadata';
import { unfilterPng } from './unfilterPng';

interface Header {
  readonly width: number;
  readonly height: number;
  /** Bits of one stored sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
  /** Samples stored for one pixel: a palette index is one. */
  readonly samples: 1 | 2 | 3 | 4;
}

const SAMPLES: Readonly<Record<number, Header['samples']>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const PALETTE = 3;

/** Adam7: where each pass starts and how far its pixels are apart. */
const PASSES = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const;
const WHOLE = [{ x: 0, y: 0, dx: 1, dy: 1 }] as const;

/** @throws UserError `image-damaged` or `image-too-large` */
export function decodePng(bytes: Uint8Array, maxPixels?: number): Raster {
  const chunks = readPngChunks(bytes);
  const header = readHeader(chunks[0], maxPixels);
  const { width, height, samples, depth } = header;
  const passes = header.interlaced ? PASSES : WHOLE;
  const sizes = passes.map(({ x, y, dx, dy }) => {
    const columns = Math.max(0, Math.ceil((width - x) / dx));
    const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((height - y) / dy));
    return { columns, rows, rowBytes: Math.ceil((columns * samples * depth) / 8) };
  });
  const total = sizes.reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0);
  const pieces = chunks.filter((chunk) => chunk.name === 'IDAT');
  if (pieces.length === 0) throw damagedImage('it holds no pixels', bytes.length);
  readPartAt(pieces[0].at, () => checkCompression(sizeOf(pieces), total));
  const stored =
    depth === 16 ? new Uint16Array(width * height * samples) : new Uint8Array(width * height * samples);
  const filtered = inflatePieces(pieces, total);
  if (filtered.length < total) throw damagedImage('it ends before the last pixel', bytes.length);
  let at = 0;
  passes.forEach((pass, i) => {
    const { columns, rows, rowBytes } = sizes[i];
    const part = filtered.subarray(at, at + rows * (rowBytes + 1));
    readPartAt(pieces[0].at, () => unfilterPng(part, rows, rowBytes, Math.max(1, (samples * depth) / 8)));
    for (let row = 0; row < rows; row++) {
      const source = part.subarray(row * (rowBytes + 1) + 1, (row + 1) * (rowBytes + 1));
      const target = ((pass.y + row * pass.dy) * width + pass.x) * samples;
      spreadRow(source, stored, target, columns, samples, pass.dx * samples, depth);
    }
    at += part.length;
  });
  const metadata = readPngMetadata(chunks);
  return {
    width,
    height,
    bitDepth: depth === 16 ? 16 : 8,
    ...expand(stored, header, chunks),
    orientation: exifOrientation(metadata.exif),
    fileType: 'png',
    ...metadata,
  };
}

const sizeOf = (pieces: readonly ReadPngChunk[]): number =>
  pieces.reduce((sum, { content }) => sum + content.length, 0);

/** One stream in any number of chunks: damage is told by the byte of the file. */
function inflatePieces(pieces: readonly ReadPngChunk[], maxBytes: number): Uint8Array {
  const contents = pieces.map(({ content }) => content);
  return inflateBounded(contents, maxBytes, { placeOf: (piece, byte) => pieces[piece].at + byte });
}

function readHeader(chunk: ReadPngChunk, maxPixels?: number): Header {
  if (chunk.name !== 'IHDR' || chunk.content.length < 13) throw damagedImage('its header is missing', 8);
  const view = new DataView(chunk.content.buffer, chunk.content.byteOffset, 13);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  checkImageSize(width, height, chunk.at, maxPixels);
  const depth = view.getUint8(8);
  const colorType = view.getUint8(9);
  const samples = SAMPLES[colorType];
  if (!samples || !DEPTHS[colorType].includes(depth) || view.getUint8(10) !== 0 || view.getUint8(11) !== 0) {
    throw damagedImage('its header makes no sense', chunk.at);
  }
  return { width, height, depth, colorType, samples, interlaced: view.getUint8(12) === 1 };
}

/** One row of packed samples into every `step`-th place of `target`; samples are not scaled here. */
function spreadRow(
  source: Uint8Array,
  target: Uint8Array | Uint16Array,
  start: number,
  columns: number,
  samples: number,
  step: number,
  depth: number,
): void {
  if (depth === 8 && step === samples) {
    target.set(source, start);
    return;
  }
  const mask = (1 << Math.min(depth, 8)) - 1;
  for (let x = 0; x < columns; x++) {
    for (let s = 0; s < samples; s++) {
      const i = x * samples + s;
      let value: number;
      if (depth === 16) value = (source[2 * i] << 8) | source[2 * i + 1];
      else if (depth === 8) value = source[i];
      else value = (source[(i * depth) >> 3] >> (8 - depth - ((i * depth) & 7))) & mask;
      target[start + x * step + s] = value;
    }
  }
}

/** Palettes, small depths and the transparent color become plain channels. */
function expand(
  stored: Uint8Array | Uint16Array,
  header: Header,
  chunks: readonly ReadPngChunk[],
): Pick<Raster, 'channels' | 'data'> {
  const transparency = chunks.find((chunk) => chunk.name === 'tRNS')?.content;
  if (header.colorType === PALETTE) return expandPalette(stored, chunks, transparency);
  const key = transparency && header.colorType < PALETTE ? colorKey(transparency, header.samples) : null;
  if (key) return addKeyedAlpha(scaleDepth(stored, header.depth), header, key);
  return { channels: header.samples, data: scaleDepth(stored, header.depth) };
}

function expandPalette(
  stored: Uint8Array | Uint16Array,
  chunks: readonly ReadPngChunk[],
  alpha: Uint8Array | undefined,
): Pick<Raster, 'channels' | 'data'> {
  const { content: palette, at } = chunks.find((chunk) => chunk.name === 'PLTE') ?? {};
  if (!palette) throw damagedImage('its palette is missing', chunks[0].at);
  const channels = alpha ? 4 : 3;
  const data = new Uint8Array(stored.length * channels);
  for (let i = 0; i < stored.length; i++) {
    const entry = stored[i];
    if (3 * entry + 2 >= palette.length) throw damagedImage('a pixel points outside its palette', at);
    for (let c = 0; c < 3; c++) data[i * channels + c] = palette[3 * entry + c];
    if (alpha) data[i * channels + 3] = alpha[entry] ?? 255;
  }
  return { channels, data };
}

function scaleDepth(stored: Uint8Array | Uint16Array, depth: number): Uint8Array | Uint16Array {
  if (depth >= 8) return stored;
  const factor = 255 / ((1 << depth) - 1);
  for (let i = 0; i < stored.length; i++) stored[i] *= factor;
  return stored;
}

function colorKey(transparency: Uint8Array, samples: number): number[] | null {
  if (transparency.length < 2 * samples) return null;
  return Array.from({ length: samples }, (_, i) => (transparency[2 * i] << 8) | transparency[2 * i + 1]);
}

function addKeyedAlpha(
  data: Uint8Array | Uint16Array,
  header: Header,
  key: readonly number[],
): Pick<Raster, 'channels' | 'data'> {
  const { samples, depth } = header;
  const factor = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
  const channels = (samples + 1) as 2 | 4;
  const pixels = data.length / samples;
  const out = depth === 16 ? new Uint16Array(pixels * channels) : new Uint8Array(pixels * channels);
  for (let i = 0; i < pixels; i++) {
    let isKey = true;
    for (let s = 0; s < samples; s++) {
      const value = data[i * samples + s];
      out[i * channels + s] = value;
      if (value !== key[s] * factor) isKey = false;
    }
    out[i * channels + samples] = isKey ? 0 : depth === 16 ? 65535 : 255;
  }
  return { channels, data: out };
}
