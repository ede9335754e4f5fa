/** The unevenness of the light taken out of a scan: exactly, or as a picture that Photoshop multiplies the scan with. */
import { resizePlane } from '../image/resizeArea';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import { fieldGains } from './lightField';
import { createLightReader, encodedLight } from './scanDensity';

/**
 * @param flat the lamp without film, framed as `scan`; any size of the same shape
 * @throws RangeError when the pictures are in different spaces
 */
export function flattenField(scan: RgbImage, flat: RgbImage, scanGamma: number | null): RgbImage {
  if (scan.space !== flat.space) {
    throw new RangeError(`Expected scan and flat frame in one space, got ${scan.space} and ${flat.space}.`);
  }
  const { width, height, space } = scan;
  const result = rgbImage(width, height, space);
  const lightOf = createLightReader(space, scanGamma);
  for (let c = 0; c < 3; c++) {
    const gains = resizePlane(fieldGains(flat, c, scanGamma), width, height).data;
    for (let i = 0; i < width * height; i++) {
      const light = lightOf(scan.data[3 * i + c]) * gains[i];
      result.data[3 * i + c] = encodedLight(light, space, scanGamma);
    }
  }
  return result;
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
