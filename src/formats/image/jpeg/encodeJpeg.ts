/** JPEG through jpeg-js (4:4:4, baseline), with the metadata of the picture it was made from behind the JFIF header. */
import { encode } from 'jpeg-js';
import { withOrientation } from '../exif';
import type { Raster } from '../raster';
import { writeJpegMetadata } from './jpegMetadata';

export interface EncodeJpegOptions {
  /** 1…100. @default 95 */
  readonly quality?: number;
}

/** 16-bit pictures are rounded to 8 bits; alpha is dropped. */
export function encodeJpeg(raster: Raster, { quality = 95 }: EncodeJpegOptions = {}): Uint8Array {
  const { width, height } = raster;
  // A copy as a plain array: the codec returns Node's Buffer where there is one.
  const plain = Uint8Array.from(encode({ width, height, data: rgbaOf(raster) }, quality).data);
  const exif = withOrientation(raster.exif, raster.orientation);
  const segments = writeJpegMetadata(exif ? { ...raster, exif } : raster);
  // SOI and the JFIF segment come first; readers expect EXIF right behind them.
  const headBytes = 4 + ((plain[4] << 8) | plain[5]);
  const head = plain.slice(0, headBytes);
  if (raster.resolution) writeDensity(head, raster.resolution.xDpi, raster.resolution.yDpi);
  const pieces = [head, ...segments, plain.subarray(headBytes)];
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function rgbaOf({ width, height, channels, bitDepth, data }: Raster): Uint8Array {
  const out = new Uint8Array(4 * width * height);
  const gray = channels < 3;
  const scale = bitDepth === 16 ? 1 / 257 : 1;
  for (let i = 0, from = 0; i < out.length; i += 4, from += channels) {
    out[i] = Math.round(data[from] * scale);
    out[i + 1] = gray ? out[i] : Math.round(data[from + 1] * scale);
    out[i + 2] = gray ? out[i] : Math.round(data[from + 2] * scale);
    out[i + 3] = 255;
  }
  return out;
}

/** JFIF: FF D8 FF E0, length (2), "JFIF\0", version (2), unit (1), x and y density (2 each). */
function writeDensity(head: Uint8Array, xDpi: number, yDpi: number): void {
  const view = new DataView(head.buffer);
  head[13] = 1;
  view.setUint16(14, Math.min(0xffff, Math.round(xDpi)));
  view.setUint16(16, Math.min(0xffff, Math.round(yDpi)));
}
