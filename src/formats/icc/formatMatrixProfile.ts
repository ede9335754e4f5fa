/** A display profile for one of the known spaces: colorants adapted to D50, and its transfer function as a table. */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { padded, putAscii, whitePointTag, writeIccProfile } from './writeIccProfile';

const CURVE_ENTRIES = 4096;

export function formatMatrixProfile(space: RgbSpaceId): Uint8Array {
  const { label, toXyzD50 } = RGB_SPACES[space];
  const curve = curveTag(RGB_SPACES[space].decode);
  const colorants = (['rXYZ', 'gXYZ', 'bXYZ'] as const).map(
    (name, i) => [name, xyzTag([toXyzD50[i], toXyzD50[3 + i], toXyzD50[6 + i]])] as const,
  );
  return writeIccProfile({
    deviceClass: 'mntr',
    colorSpace: 'RGB ',
    connectionSpace: 'XYZ ',
    description: label,
    tags: [
      ['wtpt', whitePointTag()],
      ...colorants,
      ...(['rTRC', 'gTRC', 'bTRC'] as const).map((name) => [name, curve] as const),
    ],
  });
}

function xyzTag(xyz: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(20);
  const view = new DataView(bytes.buffer);
  putAscii(bytes, 0, 'XYZ ');
  xyz.forEach((value, i) => view.setInt32(8 + 4 * i, Math.round(value * 65536)));
  return bytes;
}

function curveTag(decode: (encoded: number) => number): Uint8Array {
  const bytes = new Uint8Array(padded(12 + 2 * CURVE_ENTRIES));
  const view = new DataView(bytes.buffer);
  putAscii(bytes, 0, 'curv');
  view.setUint32(8, CURVE_ENTRIES);
  for (let i = 0; i < CURVE_ENTRIES; i++) {
    view.setUint16(12 + 2 * i, Math.round(65535 * decode(i / (CURVE_ENTRIES - 1))));
  }
  return bytes;
}
