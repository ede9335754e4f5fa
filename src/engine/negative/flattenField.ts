/**
 * Takes the light's unevenness out of a scan: every pixel over the light that a frame without film shows there, scaled so
 * that the dimmest part of the frame keeps its values and nothing gets brighter than it was. The flat frame is smoothed first; dust on it would be printed
 * as bright specks otherwise.
 */
import { blurInStrips } from '../image/gaussianBlur';
import { resizePlane } from '../image/resizeArea';
import { plane, rgbImage, type Plane, type RgbImage } from '../image/rgbImage';
import { runToEnd } from '../task';
import { createLightReader, encodedLight } from './scanDensity';

/** Long edge at which the flat frame is smoothed, and the deviation of the blur there. */
const FIELD_LONG_EDGE_PX = 200;
const BLUR_PX = 3;
/** Less light than this share of the brightest is the holder, not the lamp. */
const LIT_SHARE = 0.3;
/** The edge of the holder is dim, and no measure for the lamp. */
const EDGE_QUANTILE = 0.03;

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
    const field = lightField(flat, c, scanGamma);
    const dimmest = dimmestLit(field);
    const here = resizePlane(field, width, height).data;
    for (let i = 0; i < width * height; i++) {
      const light = lightOf(scan.data[3 * i + c]) * Math.min(1, dimmest / here[i]);
      result.data[3 * i + c] = encodedLight(light, space, scanGamma);
    }
  }
  return result;
}

function dimmestLit({ data }: Plane): number {
  const brightest = data.reduce((max, light) => Math.max(max, light), 0);
  const lit = data.filter((light) => light > LIT_SHARE * brightest).sort();
  return lit[Math.floor(EDGE_QUANTILE * lit.length)] ?? 1;
}

function lightField(flat: RgbImage, channel: number, scanGamma: number | null): Plane {
  const { width, height, space, data } = flat;
  const light = new Float32Array(width * height);
  const lightOf = createLightReader(space, scanGamma);
  for (let i = 0; i < light.length; i++) light[i] = lightOf(data[3 * i + channel]);
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
