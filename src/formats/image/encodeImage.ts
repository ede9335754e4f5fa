import { encodeJpeg } from './jpeg/encodeJpeg';
import { encodePng } from './png/encodePng';
import type { ImageFileType, Raster } from './raster';
import { encodeTiff } from './tiff/encodeTiff';

const ENCODERS: Readonly<Record<ImageFileType, (raster: Raster) => Uint8Array>> = {
  jpeg: encodeJpeg,
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
export function encodeImage(raster: Raster, type: ImageFileType): Uint8Array {
  return ENCODERS[type](raster);
}

/** @returns null when the extension is none of .tif, .tiff, .png, .jpg, .jpeg */
export function imageTypeOfFileName(fileName: string): ImageFileType | null {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return TYPES_BY_EXTENSION[extension] ?? null;
}
