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
  readonly raster: Raster;
  readonly space: RgbSpaceId;
  readonly warnings: readonly Warning[];
}

/** @throws UserError `file-…` or `image-…` */
export async function readPicture(file: string): Promise<Picture> {
  const raster = decodeImage(await readFile(file), file);
  const name = path.basename(file);
  const identified = identifyProfile(raster.iccProfile);
  switch (identified.kind) {
    case 'known':
      return { path: file, name, raster, space: identified.space, warnings: [] };
    case 'gray':
      return { path: file, name, raster, space: 'srgb', warnings: [warning('profile-gray', { file })] };
    case 'unknown': {
      const warnings = [warning('profile-unknown', { file, profile: identified.description })];
      return { path: file, name, raster, space: 'srgb', warnings };
    }
  }
}

/** Long edge of the pictures that are compared: more shows grain, not color. */
export const ANALYSIS_LONG_EDGE_PX = 1200;

/** The picture upright and at the size at which it is analysed. */
export function analysisImage({ raster, space }: Picture): RgbImage {
  return rasterToRgbImage(raster, { longEdgePx: ANALYSIS_LONG_EDGE_PX, space });
}
