/**
 * How uneven the light of a scan is, from a frame without film: the factor that each place has to be multiplied with, so
 * that the dimmest part of the frame keeps its values and nothing gets brighter than it was. The frame is smoothed
 * first; dust on it would be printed as bright specks otherwise.
 */
import { blurInStrips } from '../image/gaussianBlur';
import { resizePlane } from '../image/resizeArea';
import { plane, type Plane, type RgbImage } from '../image/rgbImage';
import { runToEnd } from '../task';
import { createLightReader } from './scanDensity';

/** Long edge at which the flat frame is smoothed, and the deviation of the blur there. */
const FIELD_LONG_EDGE_PX = 200;
const BLUR_PX = 3;
/** Less light than this share of the brightest is the holder, not the lamp. */
const LIT_SHARE = 0.3;
/** The edge of the holder is dim, and no measure for the lamp. */
const EDGE_QUANTILE = 0.03;

/**
 * @param flat the lamp without film, framed as the scan; any size
 * @returns factors in (0, 1] on linear light for one channel, small: to be enlarged to the scan
 */
export function fieldGains(flat: RgbImage, channel: number, scanGamma: number | null): Plane {
  const field = smoothedLight(flat, channel, scanGamma);
  const dimmest = dimmestLit(field);
  return { ...field, data: field.data.map((light) => Math.min(1, dimmest / light)) };
}

function dimmestLit({ data }: Plane): number {
  const brightest = data.reduce((max, light) => Math.max(max, light), 0);
  const lit = data.filter((light) => light > LIT_SHARE * brightest).sort();
  return lit[Math.floor(EDGE_QUANTILE * lit.length)] ?? 1;
}

function smoothedLight(flat: RgbImage, channel: number, scanGamma: number | null): Plane {
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
  const scratch = new Float32Array(values.length);
  runToEnd(blurInStrips(values, values, scratch, small.width, small.height, BLUR_PX, 'negative.flat'));
  return { ...small, data: values };
}
