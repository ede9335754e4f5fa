import path from 'node:path';
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import { RGB_SPACES } from '../engine/color/rgbSpaces';
import type { RgbImage } from '../engine/image/rgbImage';
import { createHash } from 'node:crypto';
import { UserError } from '../engine/userError';
import { decodeImage } from '../formats/image/decodeImage';
import { rasterToRgbImage } from '../formats/image/rasterToRgbImage';
import type { Raster, RasterHead } from '../formats/image/raster';
import {
  createProfileConverters,
  spaceAround,
  type MatrixProfile,
} from '../formats/icc/createProfileConverters';
import { identifyProfile } from '../formats/icc/identifyProfile';
import { readFile } from './files';
import { warning } from './warning';
import type { Warning } from './warning';

export interface Picture {
  readonly path: string;
  /** Name without folders, for people. */
  readonly name: string;
  readonly raster: Raster;
  /** In which its colors are worked on. */
  readonly space: RgbSpaceId;
  /** Its own profile, when that is none of the known spaces: values have to be converted. */
  readonly profile: MatrixProfile | null;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  readonly warnings: readonly Warning[];
}

/** @throws UserError `file-…`, `image-…` or `profile-lut` */
export async function readPicture(file: string): Promise<Picture> {
  const bytes = await readFile(file);
  const raster = decodeImage(bytes, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path: file, name: path.basename(file), raster, sha256, ...colorsOf(raster, file) };
}

/**
 * How the colors of a picture are to be read, from its profile.
 * @throws UserError `profile-lut` for a profile that is a table
 */
export function colorsOf(
  { iccProfile }: Pick<RasterHead, 'iccProfile'>,
  file: string,
): Pick<Picture, 'space' | 'profile' | 'warnings'> {
  const identified = identifyProfile(iccProfile);
  switch (identified.kind) {
    case 'known':
      return { space: identified.space, profile: null, warnings: [] };
    case 'gray':
      return { space: 'srgb', profile: null, warnings: [warning('profile-gray', { file })] };
    case 'matrix': {
      const space = spaceAround(identified.profile);
      const values = { file, profile: identified.description, space: RGB_SPACES[space].label };
      return { space, profile: identified.profile, warnings: [warning('profile-converted', values)] };
    }
    case 'lut':
      throw new UserError('profile-lut', { file, profile: identified.description });
    case 'unknown': {
      const warnings = [warning('profile-unknown', { file, profile: identified.description })];
      return { space: 'srgb', profile: null, warnings };
    }
  }
}

/** Long edge of the pictures that are compared: more shows grain, not color. */
export const ANALYSIS_LONG_EDGE_PX = 1200;

/** The picture upright, at the size at which it is analysed, in its `space`. */
export function analysisImage({ raster, space, profile }: Picture): RgbImage {
  const image = rasterToRgbImage(raster, { longEdgePx: ANALYSIS_LONG_EDGE_PX, space });
  if (profile) {
    const { toSpace } = createProfileConverters(profile, space);
    toSpace(image.data, image.data, image.width * image.height);
  }
  return image;
}
