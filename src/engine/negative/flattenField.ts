/** The unevenness of the light taken out of a scan: exactly, or as a picture that Photoshop multiplies the scan with. */
import { resizePlane } from '../image/resizeArea';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import { runToEnd, type Task } from '../task';
import { fieldGains } from './lightField';
import { createLightReader, createLightWriter, encodedLight } from './scanDensity';

const PIXELS_PER_STEP = 1 << 17;

/**
 * How bright the evened scan is: as its `dimmest` part, which a layer can do as well, so that the numbers of an inversion
 * hold there too; or as it was on `average`, for a positive, which would be printed darker otherwise.
 */
export type FlatLevel = 'dimmest' | 'average';

/** As `flattenFieldTask`, in one go. */
export function flattenField(
  scan: RgbImage,
  flat: RgbImage,
  scanGamma: number | null,
  level: FlatLevel = 'dimmest',
): RgbImage {
  return runToEnd(flattenFieldTask(scan, flat, scanGamma, level));
}

/**
 * @param flat the lamp without film, framed as `scan`; any size of the same shape
 * @throws RangeError when the pictures are in different spaces
 */
export function* flattenFieldTask(
  scan: RgbImage,
  flat: RgbImage,
  scanGamma: number | null,
  level: FlatLevel = 'dimmest',
): Task<RgbImage> {
  if (scan.space !== flat.space) {
    throw new RangeError(`Expected scan and flat frame in one space, got ${scan.space} and ${flat.space}.`);
  }
  const { width, height, space } = scan;
  const result = rgbImage(width, height, space);
  const lightOf = createLightReader(space, scanGamma);
  const encode = createLightWriter(space, scanGamma);
  const rows = Math.max(1, Math.floor(PIXELS_PER_STEP / width));
  for (let c = 0; c < 3; c++) {
    const field = fieldGains(flat, c, scanGamma);
    const gains = resizePlane(field, width, height).data;
    const scale = level === 'average' ? 1 / mean(field.data) : 1;
    for (let top = 0; top < height; top += rows) {
      const end = Math.min(height, top + rows) * width;
      for (let i = top * width; i < end; i++) {
        const light = Math.min(1, lightOf(scan.data[3 * i + c]) * scale * gains[i]);
        result.data[3 * i + c] = encode(light);
      }
      yield { stage: 'negative.flat', fraction: (c + end / (width * height)) / 3 };
    }
  }
  return result;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Light of a middle density of 0.9: where the encoded factor is exact. */
const MIDDLE_LIGHT = 10 ** -0.9;

/**
 * What a layer under Multiply has to hold. A factor on light is one on encoded values where the encoding is a power; that of
 * sRGB is nearly one: densities up to 1.5 come within 0.012 of `flattenField` where a fifth of the light is taken.
 * @returns encoded factors in (0, 1], small: to be enlarged to the scan
 */
export function multiplierOf(flat: RgbImage, scanGamma: number | null): RgbImage {
  const channels = [0, 1, 2].map((c) => fieldGains(flat, c, scanGamma));
  const { width, height } = channels[0];
  const result = rgbImage(width, height, flat.space);
  const whole = encodedLight(MIDDLE_LIGHT, flat.space, scanGamma);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      const part = encodedLight(MIDDLE_LIGHT * channels[c].data[i], flat.space, scanGamma);
      result.data[3 * i + c] = part / whole;
    }
  }
  return result;
}
