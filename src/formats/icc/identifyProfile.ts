/** Which of the known RGB spaces a profile describes: by its colorants and curves, never by its name. */
import { RGB_SPACE_IDS } from '../../engine/color/rgbSpace';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import { readIccProfile } from './readIccProfile';
import type { IccProfile } from './readIccProfile';

/** Makers round their colorants differently; the nearest two known spaces are more than ten times as far apart. */
const COLORANT_TOLERANCE = 0.004;
/** In linear light. Keeps a plain exponent of 2.2 and the sRGB curve apart. */
const CURVE_TOLERANCE = 0.005;
const PROBES = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1];

export type IdentifiedSpace =
  /** One of the known spaces; untagged pictures are taken for sRGB, as browsers and Photoshop do. */
  | { readonly kind: 'known'; readonly space: RgbSpaceId; readonly tagged: boolean }
  /** An RGB profile that is none of them. */
  | { readonly kind: 'unknown'; readonly description: string }
  /** The profile is for gray pictures: its values are taken for encoded like sRGB. */
  | { readonly kind: 'gray'; readonly description: string };

export function identifyProfile(iccProfile: Uint8Array | undefined): IdentifiedSpace {
  if (!iccProfile) return { kind: 'known', space: 'srgb', tagged: false };
  const profile = readIccProfile(iccProfile);
  if (!profile) return { kind: 'unknown', description: 'damaged profile' };
  if (profile.colorSpace === 'GRAY') return { kind: 'gray', description: profile.description };
  const space = RGB_SPACE_IDS.find((id) => isSpace(profile, id));
  if (space) return { kind: 'known', space, tagged: true };
  return { kind: 'unknown', description: profile.description || 'unnamed profile' };
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
