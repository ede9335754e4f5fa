/** CIELAB 1976 relative to D50 (CIE 15; white adapted with Bradford, as ICC color management does). L in [0, 100]. */
import { decodeTable, readDecodeTable } from './transferTables';
import type { TripleWriter } from './oklab';
import type { RgbSpaceId } from './rgbSpace';
import { RGB_SPACES, XYZ_D50 } from './rgbSpaces';

/** CIE 15: (6/29)³ and (29/3)³, where the cube root meets its tangent. */
const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

function labCurve(t: number): number {
  return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
}

/** Encoded RGB (clipped to [0, 1]) → CIELAB. */
export function createRgbToLab(space: RgbSpaceId): TripleWriter {
  const table = decodeTable(space);
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = RGB_SPACES[space].toXyzD50;
  const [whiteX, whiteY, whiteZ] = XYZ_D50;
  return (red, green, blue, out, offset) => {
    const r = readDecodeTable(table, red);
    const g = readDecodeTable(table, green);
    const b = readDecodeTable(table, blue);
    const x = labCurve((m0 * r + m1 * g + m2 * b) / whiteX);
    const y = labCurve((m3 * r + m4 * g + m5 * b) / whiteY);
    const z = labCurve((m6 * r + m7 * g + m8 * b) / whiteZ);
    out[offset] = 116 * y - 16;
    out[offset + 1] = 500 * (x - y);
    out[offset + 2] = 200 * (y - z);
  };
}
