/** Which of the known RGB spaces a profile describes: by its colorants and curves, never by its name. */
import { RGB_SPACE_IDS } from '../../engine/color/rgbSpace';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { faultOfIccHeader, readIccProfile } from './readIccProfile';
import type { IccProfile } from './readIccProfile';
import type { MatrixProfile } from './createProfileConverters';

/** Makers round their colorants differently; the nearest two known spaces are more than ten times as far apart. */
const COLORANT_TOLERANCE = 0.004;
/** In linear light. Keeps a plain exponent of 2.2 and the sRGB curve apart. */
const CURVE_TOLERANCE = 0.005;
const PROBES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1];

export type IdentifiedSpace =
  /** One of the known spaces; untagged pictures are taken for sRGB, as browsers and Photoshop do. */
  | { readonly kind: 'known'; readonly space: RgbSpaceId; readonly tagged: boolean }
  /** Any other RGB profile of a matrix and three curves; see createProfileConverters. */
  | { readonly kind: 'matrix'; readonly profile: MatrixProfile; readonly description: string }
  /** An RGB profile that is a table: nothing here reads it. */
  | { readonly kind: 'lut'; readonly description: string }
  /** No profile that makes sense. */
  | { readonly kind: 'unknown'; readonly description: string }
  /** The profile is for gray pictures: its values are taken for encoded like sRGB. */
  | { readonly kind: 'gray'; readonly description: string };

export function identifyProfile(iccProfile: Uint8Array | undefined): IdentifiedSpace {
  if (!iccProfile) return { kind: 'known', space: 'srgb', tagged: false };
  const profile = readIccProfile(iccProfile);
  if (!profile) return { kind: 'unknown', description: `damaged: ${faultOfIccHeader(iccProfile)}` };
  if (profile.colorSpace === 'GRAY') return { kind: 'gray', description: profile.description };
  const space = RGB_SPACE_IDS.find((id) => isSpace(profile, id));
  if (space) return { kind: 'known', space, tagged: true };
  const description = profile.description || 'unnamed profile';
  const { colorSpace, matrix, curves, hasTable, damage } = profile;
  if (colorSpace !== 'RGB') return { kind: 'unknown', description };
  if (matrix && curves && isUsable(matrix, curves)) {
    return { kind: 'matrix', profile: { matrix, curves }, description };
  }
  if (hasTable) return { kind: 'lut', description };
  return {
    kind: 'unknown',
    description: damage === null ? description : `${description}, damaged: ${damage}`,
  };
}

/** A damaged matrix may be singular, and a damaged curve may fall. */
function isUsable(matrix: readonly number[], curves: MatrixProfile['curves']): boolean {
  const [a, b, c, d, e, f, g, h, i] = matrix;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const rises = (curve: (v: number) => number): boolean =>
    PROBES.every((v, k) => curve(v) > (k === 0 ? -1 : curve(PROBES[k - 1]))) && curve(1) > 0;
  return Math.abs(determinant) > 1e-4 && curves.every(rises);
}

function isSpace({ colorSpace, matrix, curves }: IccProfile, id: RgbSpaceId): boolean {
  if (colorSpace !== 'RGB' || !matrix || !curves) return false;
  const { toXyzD50, decode } = RGB_SPACES[id];
  const sameColorants = toXyzD50.every((value, i) => Math.abs(value - matrix[i]) < COLORANT_TOLERANCE);
  return (
    sameColorants &&
    curves.every((curve) => PROBES.every((v) => Math.abs(curve(v) - decode(v)) < CURVE_TOLERANCE))
  );
}
