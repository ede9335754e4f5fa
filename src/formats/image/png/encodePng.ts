/** PNG with the metadata of the picture it was made from. Rows are filtered by the least sum of absolute differences. */
import { portableDeflate } from '../deflate';
import type { Deflate } from '../deflate';
import { withOrientation } from '../exif';
import type { Raster } from '../raster';
import { writePngChunks } from './pngChunks';
import { writePngMetadata } from './pngMetadata';

const COLOR_TYPES = { 1: 0, 2: 4, 3: 2, 4: 6 } as const;

export function encodePng(raster: Raster, deflate: Deflate = portableDeflate): Uint8Array {
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
    { name: 'IDAT', content: deflate(filterRows(raster)) },
    { name: 'IEND', content: new Uint8Array(0) },
  ]);
}

function filterRows(raster: Raster): Uint8Array {
  const pixelBytes = (raster.channels * raster.bitDepth) / 8;
  const rowBytes = raster.width * pixelBytes;
  const out = new Uint8Array(raster.height * (rowBytes + 1));
  const candidates = FILTERS.map(() => new Uint8Array(rowBytes + 1));
  let row = new Uint8Array(rowBytes);
  let above = new Uint8Array(rowBytes);
  for (let y = 0; y < raster.height; y++) {
    readRow(raster, y, row);
    out.set(filterRow(row, above, pixelBytes, candidates), y * (rowBytes + 1));
    [row, above] = [above, row];
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

/** Sub, Up and Paeth: photographs gain nothing from the others. */
const FILTERS = [1, 2, 4] as const;

/** @returns the candidate with the smallest differences; the others are overwritten for the next row. */
function filterRow(
  row: Uint8Array,
  above: Uint8Array,
  pixelBytes: number,
  candidates: readonly Uint8Array[],
): Uint8Array {
  const [sub, up, paeth] = candidates;
  FILTERS.forEach((filter, i) => (candidates[i][0] = filter));
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
