import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import type { RgbImage } from '../engine/image/rgbImage';
import { decodeImage } from '../formats/image/decodeImage';
import { rasterToRgbImage } from '../formats/image/rasterToRgbImage';
import type { Raster } from '../formats/image/raster';
import { identifyProfile } from '../formats/icc/identifyProfile';
import { readFile } from './files';
import { warning } from './warning';
import type { Warning } from './warning';

export interface Picture {
  readonly path: string;
  /** Name without folders, for people. */
  readonly name: string;
  /** SHA-256 of the file, in hexadecimal digits: the style remembers which files it came from. */
  readonly sha256: string;
  readonly raster: Raster;
  readonly space: RgbSpaceId;
  readonly warnings: readonly Warning[];
}

/** @throws UserError `file-…` or `image-…` */
export async function readPicture(file: string): Promise<Picture> {
  const bytes = await readFile(file);
  const raster = decodeImage(bytes, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const common = { path: file, name: path.basename(file), sha256, raster };
  const identified = identifyProfile(raster.iccProfile);
  switch (identified.kind) {
    case 'known':
      return { ...common, space: identified.space, warnings: [] };
    case 'gray':
      return { ...common, space: 'srgb', warnings: [warning('profile-gray', { file })] };
    case 'unknown': {
      const warnings = [warning('profile-unknown', { file, profile: identified.description })];
      return { ...common, space: 'srgb', warnings };
    }
  }
}

/** Long edge of the pictures that are compared: more shows grain, not color. */
export const ANALYSIS_LONG_EDGE_PX = 1200;

/** The picture upright and at the size at which it is analysed. */
export function analysisImage({ raster, space }: Picture): RgbImage {
  return rasterToRgbImage(raster, { longEdgePx: ANALYSIS_LONG_EDGE_PX, space });
}
