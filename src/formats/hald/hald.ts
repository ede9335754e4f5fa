/**
 * Hald CLUT (Eskil Steenberg, quelsolaar.com): a 3D LUT as a square picture, 16-bit PNG, RGB, without profile.
 *
 *   level L: side L³ pixels, L² nodes along each axis; level 8: 512 × 512, 64 nodes; level 12: 1728 × 1728, 144 nodes
 *   pixel index = r + g · L² + b · L⁴, row by row: red varies fastest, then green, then blue
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Lut3d } from '../../engine/render/lut3d';
import { UserError } from '../../engine/userError';
import { decodeLossless } from '../image/decodeLossless';
import type { Deflate } from '../image/deflate';
import { encodePng } from '../image/png/encodePng';
import type { Raster } from '../image/raster';
import { rasterToRgbImage } from '../image/rasterToRgbImage';
import { rgbImageToRaster } from '../image/rgbImageToRaster';

/** 4096 × 4096 pixels of 16 bits take 100 MB uncompressed. */
const MAX_BYTES = 128 << 20;
const MAX_LEVEL = 16;
export const HALD_LEVELS = [8, 12] as const;

/** @param lut its size is the square of the level */
export function formatHald(lut: Lut3d, deflate?: Deflate): Uint8Array {
  const level = Math.sqrt(lut.size);
  if (!Number.isInteger(level))
    throw new RangeError(`A Hald picture needs a square number of nodes, got ${lut.size}.`);
  const side = level ** 3;
  return encodePng(
    rgbImageToRaster({ width: side, height: side, data: lut.values, space: lut.space }, 16),
    deflate,
  );
}

/** @throws UserError `hald-invalid`, or as `decodeLossless` */
export function parseHald(bytes: Uint8Array, space: RgbSpaceId, fileName = 'The Hald picture'): Lut3d {
  if (bytes.length > MAX_BYTES) throw new UserError('import-too-large', { file: fileName });
  const raster: Raster = decodeLossless(bytes, fileName, MAX_LEVEL ** 6);
  const level = Math.round(Math.cbrt(raster.width));
  if (raster.width !== raster.height || level < 2 || level > MAX_LEVEL || level ** 3 !== raster.width) {
    throw new UserError('hald-invalid', { file: fileName, width: raster.width, height: raster.height });
  }
  return { size: level ** 2, values: rasterToRgbImage(raster, { space }).data, space };
}
