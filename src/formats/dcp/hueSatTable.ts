/**
 * A table of a camera profile by hue, saturation and value (DNG 1.7, ProfileLookTableData): hue shift in degrees and
 * factors on saturation and value, read with linear interpolation; value outermost, saturation innermost.
 */
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { hsvToRgb, rgbToHsv } from '../../engine/color/hsv';

export interface HueSatTable {
  readonly hues: number;
  readonly saturations: number;
  readonly values: number;
  /** The values of the nodes are spread by the sRGB curve instead of evenly (ProfileLookTableEncoding 1). */
  readonly srgbValues: boolean;
  /** Hue shift (°), saturation ×, value × of each node. */
  readonly deltas: Float32Array;
}

const { encode } = RGB_SPACES.srgb;

/** Maps a linear color in place; value is clipped to 1 afterwards. */
export function createTableMapper(table: HueSatTable): (rgb: Float64Array) => void {
  const { hues, saturations, values, srgbValues, deltas } = table;
  const hsv = new Float64Array(3);
  const delta = new Float64Array(3);
  return (rgb) => {
    rgbToHsv(rgb, hsv);
    const h = (hsv[0] * hues) / 6;
    const s = hsv[1] * (saturations - 1);
    const spread = srgbValues ? encode(Math.min(1, hsv[2])) : Math.min(1, hsv[2]);
    const v = spread * (values - 1);
    const h0 = Math.min(hues - 1, Math.floor(h));
    const s0 = Math.max(0, Math.min(saturations - 2, Math.floor(s)));
    const v0 = Math.max(0, Math.min(values - 2, Math.floor(v)));
    delta.fill(0);
    for (let corner = 0; corner < 8; corner++) {
      const dh = corner & 1;
      const ds = (corner >> 1) & 1;
      const dv = corner >> 2;
      const weight = (dh ? h - h0 : 1 - h + h0) * (ds ? s - s0 : 1 - s + s0) * (dv ? v - v0 : 1 - v + v0);
      if (weight === 0) continue;
      const node = 3 * (((v0 + dv) * hues + ((h0 + dh) % hues)) * saturations + s0 + ds);
      for (let c = 0; c < 3; c++) delta[c] += weight * deltas[node + c];
    }
    hsv[0] += delta[0] / 60;
    hsv[1] = Math.min(1, hsv[1] * delta[1]);
    hsv[2] = Math.min(1, hsv[2] * delta[2]);
    hsvToRgb(hsv, rgb);
  };
}
