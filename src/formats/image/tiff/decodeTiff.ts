/**
 * Baseline TIFF (TIFF 6.0, Adobe 1992) as cameras, scanners and Photoshop write it: gray or RGB with an optional
 * extra channel, 8 or 16 bit, strips or tiles, chunky or planar; uncompressed, LZW, deflate or PackBits.
 */
import type { ByteSource } from '../byteSource';
import { bufferSource } from '../byteSource';
import { exifContent, formatExif, orientationOf } from '../exif';
import type { Raster, RasterHead, Resolution } from '../raster';
import { tiffBands, type TiffBand } from './tiffBands';
import { readTiffFile, tiffNumber, type TiffDirectory } from './tiffDirectory';
import { readTiffLayout, TAG } from './tiffLayout';

/** A TIFF that has been opened: everything but the pixels, which come when they are asked for. */
export interface OpenTiff {
  readonly head: RasterHead;
  /** False when the pixels are stored as they are. */
  readonly compressed: boolean;
  /** @throws UserError `image-damaged` or `image-unsupported` */
  bands(): Generator<TiffBand>;
}

/** @throws UserError `image-damaged`, `image-unsupported` or `image-too-large` */
export function openTiff(source: ByteSource, maxPixels?: number): OpenTiff {
  const file = readTiffFile(source);
  const directory = file.firstDirectory;
  const layout = readTiffLayout(directory, source.length, maxPixels);
  const icc = directory.get(TAG.icc)?.bytes;
  const xmp = directory.get(TAG.xmp)?.bytes;
  const resolution = readResolution(directory);
  return {
    head: {
      width: layout.width,
      height: layout.height,
      channels: layout.channels,
      bitDepth: layout.bytesPerSample === 2 ? 16 : 8,
      orientation: orientationOf(directory),
      fileType: 'tiff',
      exif: formatExif(exifContent(file)),
      ...(icc && { iccProfile: icc }),
      ...(xmp && { xmp }),
      ...(resolution && { resolution }),
    },
    compressed: layout.compression !== 1,
    bands: () => tiffBands(file, layout),
  };
}

/** @throws UserError `image-damaged`, `image-unsupported` or `image-too-large` */
export function decodeTiff(bytes: Uint8Array, maxPixels?: number): Raster {
  const { head, bands } = openTiff(bufferSource(bytes), maxPixels);
  const { width, height, channels, bitDepth } = head;
  const length = width * height * channels;
  const data = bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  for (const band of bands()) data.set(band.data, band.top * width * channels);
  return { ...head, data };
}

function readResolution(directory: TiffDirectory): Resolution | null {
  const unit = tiffNumber(directory, TAG.resolutionUnit, 2);
  const x = tiffNumber(directory, TAG.xResolution, NaN);
  const y = tiffNumber(directory, TAG.yResolution, x);
  if (unit === 1 || !(x > 0) || !(y > 0) || !Number.isFinite(x + y)) return null;
  const perInch = unit === 3 ? 2.54 : 1;
  return { xDpi: x * perInch, yDpi: y * perInch };
}
