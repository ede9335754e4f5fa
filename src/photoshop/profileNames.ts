/** Photoshop's names of RGB profiles and the spaces that Filmfit computes in. */
import type { RgbSpaceId } from '../engine/color/rgbSpace';

/** What the DOM says of an untagged document. */
const UNTAGGED = 'None';

const SPACES: Readonly<Record<string, RgbSpaceId>> = {
  'sRGB IEC61966-2.1': 'srgb',
  'Adobe RGB (1998)': 'adobe-rgb',
  'Display P3': 'display-p3',
  'Image P3': 'display-p3',
  'ProPhoto RGB': 'prophoto',
  'ITU-R BT.2020 Reference Display': 'rec2020',
  'Rec. ITU-R BT.2020-1': 'rec2020',
  'Rec2020 Gamma 2.4': 'rec2020',
};

export interface KnownProfile {
  /** '' when the document is untagged. */
  readonly profileName: string;
  readonly space: RgbSpaceId;
  /** False when the space is a guess. */
  readonly profileKnown: boolean;
}

export function knownProfile(hostName: string): KnownProfile {
  const profileName = hostName === UNTAGGED ? '' : hostName;
  const space = SPACES[profileName];
  return { profileName, space: space ?? 'srgb', profileKnown: space !== undefined };
}

/** The name by which Photoshop takes the profile of a space. */
export const PROFILE_NAMES: Readonly<Record<RgbSpaceId, string>> = {
  srgb: 'sRGB IEC61966-2.1',
  'adobe-rgb': 'Adobe RGB (1998)',
  'display-p3': 'Display P3',
  prophoto: 'ProPhoto RGB',
  rec2020: 'ITU-R BT.2020 Reference Display',
};
