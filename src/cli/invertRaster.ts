import { nextTurn } from '../compute/runSliced';
import type { RgbImage } from '../engine/image/rgbImage';
import { flattenField } from '../engine/negative/flattenField';
import type { Inversion } from '../engine/negative/inversion';
import { createInversionMapper } from '../engine/negative/invertNegative';
import type { Raster } from '../formats/image/raster';
import { rasterToRgbImage } from '../formats/image/rasterToRgbImage';
import { rgbImageToRaster } from '../formats/image/rgbImageToRaster';

const STRIP_PIXELS = 1 << 17;

export interface InvertRasterOptions {
  readonly flat: RgbImage | null;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** @returns the positive, upright, with 16 bits: a negative's tones lie close together and are spread far apart */
export async function invertRaster(
  raster: Raster,
  inversion: Inversion,
  { flat, signal, onProgress }: InvertRasterOptions,
): Promise<Raster> {
  const scan = rasterToRgbImage(raster, { space: inversion.space });
  const flattened = flat ? flattenField(scan, flat, inversion.scanGamma) : scan;
  const map = createInversionMapper(inversion);
  const pixels = scan.width * scan.height;
  for (let from = 0; from < pixels; from += STRIP_PIXELS) {
    signal.throwIfAborted();
    await nextTurn();
    const to = Math.min(pixels, from + STRIP_PIXELS);
    const strip = flattened.data.subarray(3 * from, 3 * to);
    map(strip, strip, to - from);
    onProgress(to / pixels);
  }
  const { iccProfile, resolution } = raster;
  return {
    ...rgbImageToRaster(flattened, 16),
    ...(resolution && { resolution }),
    // The profile of a linear scan, or of a gray one, does not describe the positive.
    ...(iccProfile && inversion.scanGamma === null && raster.channels >= 3 && { iccProfile }),
  };
}
