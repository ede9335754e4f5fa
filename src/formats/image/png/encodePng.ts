/** PNG with the metadata of the picture it was made from. Rows are filtered by the least sum of absolute differences. */
import { Zlib } from 'fflate';
import { withOrientation } from '../exif';
import type { Raster } from '../raster';
import { writePngChunks } from './pngChunks';
import { writePngMetadata } from './pngMetadata';

const COLOR_TYPES = { 1: 0, 2: 4, 3: 2, 4: 6 } as const;

export function encodePng(raster: Raster): Uint8Array {
  const { width, height, channels, bitDepth } = raster;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = bitDepth;
  header[9] = COLOR_TYPES[channels];
  const exif = withOrientation(raster.exif, raster.orientation);
  return writePngChunks([
    { name: 'IHDR', content: header },
    ...writePngMetadata(exif ? { ...raster, exif } : raster),
    { name: 'IDAT', content: compressRows(raster) },
    { name: 'IEND', content: new Uint8Array(0) },
  ]);
}

function compressRows(raster: Raster): Uint8Array {
  const pixelBytes = (raster.channels * raster.bitDepth) / 8;
  const rowBytes = raster.width * pixelBytes;
  const pieces: Uint8Array[] = [];
  const stream = new Zlib({ level: 6 }, (piece) => pieces.push(piece));
  let row = new Uint8Array(rowBytes);
  let above = new Uint8Array(rowBytes);
  for (let y = 0; y < raster.height; y++) {
    readRow(raster, y, row);
    stream.push(filterRow(row, above, pixelBytes), y === raster.height - 1);
    [row, above] = [above, row];
  }
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** PNG is big endian. */
function readRow(raster: Raster, y: number, row: Uint8Array): void {
  const length = raster.width * raster.channels;
  const start = y * length;
  if (raster.bitDepth === 8) {
    for (let i = 0; i < length; i++) row[i] = raster.data[start + i];
    return;
  }
  for (let i = 0; i < length; i++) {
    const value = raster.data[start + i];
    row[2 * i] = value >> 8;
    row[2 * i + 1] = value & 0xff;
  }
}

/** Sub or Up or Paeth, whichever leaves the smaller differences: photographs gain nothing from the others. */
function filterRow(row: Uint8Array, above: Uint8Array, pixelBytes: number): Uint8Array {
  const candidates = [
    new Uint8Array(row.length + 1),
    new Uint8Array(row.length + 1),
    new Uint8Array(row.length + 1),
  ];
  const [sub, up, paeth] = candidates;
  sub[0] = 1;
  up[0] = 2;
  paeth[0] = 4;
  const sums = [0, 0, 0];
  for (let i = 0; i < row.length; i++) {
    const left = i >= pixelBytes ? row[i - pixelBytes] : 0;
    const over = above[i];
    const corner = i >= pixelBytes ? above[i - pixelBytes] : 0;
    const toLeft = Math.abs(over - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + over - 2 * corner);
    const predicted = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? over : corner;
    sub[i + 1] = row[i] - left;
    up[i + 1] = row[i] - over;
    paeth[i + 1] = row[i] - predicted;
    sums[0] += magnitude(sub[i + 1]);
    sums[1] += magnitude(up[i + 1]);
    sums[2] += magnitude(paeth[i + 1]);
  }
  return candidates[sums.indexOf(Math.min(...sums))];
}

function magnitude(byte: number): number {
  return byte < 128 ? byte : 256 - byte;
}
