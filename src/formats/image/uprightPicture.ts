import type { ExportPicture } from '../export/exporter';
import { orientRaster } from './orientation';
import type { Raster } from './raster';
import { toRgbPixels } from './toRgbPixels';

/** A picture as a PSD takes it: upright, since a PSD has no orientation, in RGB, with the profile that speaks of RGB. */
export function uprightPicture(stored: Raster): ExportPicture {
  const raster = orientRaster(stored);
  const { width, height, bitDepth, iccProfile, channels } = raster;
  return {
    width,
    height,
    bitsPerChannel: bitDepth,
    pixels: toRgbPixels(raster),
    ...(iccProfile && channels >= 3 && { iccProfile }),
  };
}
