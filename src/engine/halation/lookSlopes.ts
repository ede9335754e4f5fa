/** The look as a function of linear light at the samples, and its slopes there. */
import type { RgbSpaceId } from '../color/rgbSpace';
import { encodeTable, readEncodeTable } from '../color/transferTables';
import type { LookMapper } from '../render/renderLook';

/** Linear light → encoded values, three a pixel. */
export type LightMapper = (light: Float64Array) => Float64Array;

/** Step of light that slopes are measured with: a share of it, and a least one, well above the steps of 8 bits. */
const PROBE_SHARE = 0.05;
const PROBE_LEAST = 0.002;

/** The look's encoded values of linear light. */
export function createLightMapper(map: LookMapper, space: RgbSpaceId): LightMapper {
  const encode = encodeTable(space);
  return (light) => {
    const colors = light.map((value) => readEncodeTable(encode, Math.max(0, value)));
    map(colors, colors, light.length / 3);
    return colors;
  };
}

/**
 * Change of each encoded value by the light of one channel of its pixel.
 * @param colors what `look` makes of `light`
 * @param slopes written: for each channel of light, three values a pixel
 */
export function measureSlopes(
  look: LightMapper,
  light: Float64Array,
  colors: Float64Array,
  slopes: readonly Float64Array[],
): void {
  slopes.forEach((slope, channel) => {
    const moved = light.slice();
    for (let i = channel; i < moved.length; i += 3) moved[i] += probeOf(light[i]);
    const there = look(moved);
    for (let i = 0; i < there.length; i++) {
      slope[i] = (there[i] - colors[i]) / probeOf(light[3 * Math.floor(i / 3) + channel]);
    }
  });
}

const probeOf = (light: number): number => PROBE_SHARE * Math.max(0, light) + PROBE_LEAST;
