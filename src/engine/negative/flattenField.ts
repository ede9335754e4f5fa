/**
 * Takes the light's unevenness out of a scan: every pixel over the light that a frame without film shows there, scaled so
 * that the brightest tenth of the frame keeps its values. The flat frame is smoothed first; dust on it would be printed
 * as bright specks otherwise.
 */
import { blurInStrips } from '../image/gaussianBlur';
import { resizePlane } from '../image/resizeArea';
import { plane, rgbImage, type Plane, type RgbImage } from '../image/rgbImage';
import { runToEnd } from '../task';
import { encodedLight, scanLight } from './scanDensity';

/** Long edge at which the flat frame is smoothed, and the deviation of the blur there. */
const FIELD_LONG_EDGE_PX = 200;
const BLUR_PX = 3;
/** Less light than this share of the brightest is the holder, not the lamp: it is left as it is. */
const MIN_SHARE = 0.15;

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
  for (let c = 0; c < 3; c++) {
    const field = lightField(flat, c, scanGamma);
    const full = field.data.slice().sort()[Math.floor(0.9 * field.data.length)];
    const here = resizePlane(field, width, height).data;
    for (let i = 0; i < width * height; i++) {
      const share = here[i] / full;
      const light = scanLight(scan.data[3 * i + c], space, scanGamma) / (share > MIN_SHARE ? share : 1);
      result.data[3 * i + c] = encodedLight(Math.min(1, light), space, scanGamma);
    }
  }
  return result;
}

function lightField(flat: RgbImage, channel: number, scanGamma: number | null): Plane {
  const { width, height, space, data } = flat;
  const light = new Float32Array(width * height);
  for (let i = 0; i < light.length; i++) light[i] = scanLight(data[3 * i + channel], space, scanGamma);
  const scale = Math.min(1, FIELD_LONG_EDGE_PX / Math.max(width, height));
  const small = resizePlane(
    plane(width, height, light),
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const values = small.data.slice();
  runToEnd(
    blurInStrips(
      values,
      values,
      new Float32Array(values.length),
      small.width,
      small.height,
      BLUR_PX,
      'negative.flat',
    ),
  );
  return { ...small, data: values };
}
