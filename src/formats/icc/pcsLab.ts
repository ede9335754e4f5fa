/**
 * CIELAB at D50 as profiles of version 2 store it in 16 bits (ICC.1:2001-04, 6.3.4.2): L 0…100 as 0…0xFF00, a and b
 * −128…127.996 with zero at 0x8000. Here as shares of 65535, which is what the tables hold.
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES, XYZ_D50 } from '../../engine/color/rgbSpaces';
import { transformVector3 } from '../../engine/color/matrix3';

const CODES = 65535;
const L_FULL = 0xff00;
const ZERO = 0x8000;

/** L, a or b by its channel 0, 1, 2 → share of 65535. */
export function labToShare(value: number, channel: number): number {
  return (channel === 0 ? (value * L_FULL) / 100 : value * 256 + ZERO) / CODES;
}

export function shareToLab(share: number, channel: number): number {
  return channel === 0 ? (share * CODES * 100) / L_FULL : (share * CODES - ZERO) / 256;
}

/** CIE 15: 6/29, where the cube meets its tangent. */
const DELTA = 6 / 29;
const unlab = (t: number): number => (t > DELTA ? t ** 3 : 3 * DELTA ** 2 * (t - 4 / 29));

/** CIELAB (D50) → encoded RGB; outside [0, 1] where the space does not reach. */
export function createLabToRgb(space: RgbSpaceId): (lab: ArrayLike<number>, out: Float32Array) => void {
  const { fromXyzD50, encode } = RGB_SPACES[space];
  const [whiteX, whiteY, whiteZ] = XYZ_D50;
  return (lab, out) => {
    const y = (lab[0] + 16) / 116;
    const x = y + lab[1] / 500;
    const z = y - lab[2] / 200;
    const linear = transformVector3(fromXyzD50, whiteX * unlab(x), whiteY * unlab(y), whiteZ * unlab(z));
    for (let c = 0; c < 3; c++) out[c] = encode(linear[c]);
  };
}
