import type { RgbImage } from '../../engine/image/rgbImage';
import type { Raster } from './raster';

/** Rounds to integers; values outside [0, 1] are clipped. The raster is upright and carries no profile. */
export function rgbImageToRaster({ width, height, data }: RgbImage, bitDepth: 8 | 16): Raster {
  const max = bitDepth === 16 ? 65535 : 255;
  const values = bitDepth === 16 ? new Uint16Array(data.length) : new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) values[i] = Math.round(max * Math.min(1, Math.max(0, data[i])));
  return { width, height, channels: 3, bitDepth, data: values, orientation: 1, fileType: 'png' };
}
