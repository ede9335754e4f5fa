import type { Deflate } from './deflate';
import { encodeJpeg } from './jpeg/encodeJpeg';
import { encodePng } from './png/encodePng';
import type { ImageFileType, Raster } from './raster';
import { encodeTiff } from './tiff/encodeTiff';

export interface EncodeImageOptions {
  /** Compresses to a zlib stream; a host's own is faster than the portable one. */
  readonly deflate?: Deflate;
}

const ENCODERS: Readonly<Record<ImageFileType, (raster: Raster, deflate?: Deflate) => Uint8Array>> = {
  jpeg: (raster) => encodeJpeg(raster),
  png: encodePng,
  tiff: encodeTiff,
};

const TYPES_BY_EXTENSION: Readonly<Record<string, ImageFileType>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  tif: 'tiff',
  tiff: 'tiff',
};

/** Writes the picture with its ICC profile, EXIF, XMP, orientation and resolution. */
export function encodeImage(
  raster: Raster,
  type: ImageFileType,
  { deflate }: EncodeImageOptions = {},
): Uint8Array {
  return ENCODERS[type](raster, deflate);
}

/** @returns null when the extension is none of .tif, .tiff, .png, .jpg, .jpeg */
export function imageTypeOfFileName(fileName: string): ImageFileType | null {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return TYPES_BY_EXTENSION[extension] ?? null;
}
