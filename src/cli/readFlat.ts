/** The light of a scan without film, for `--flat`. */
import { convertRgbImage } from '../engine/color/convertRgb';
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import type { RgbImage } from '../engine/image/rgbImage';
import { UserError } from '../engine/userError';
import { uprightSize } from '../formats/image/rasterToRgbImage';
import { analysisImage, readPicture, type Picture } from './readPicture';

/** log of the ratio of two shapes that still count as one. */
const SAME_SHAPE = 0.02;

/**
 * @param scans what it is the light of
 * @returns the flat frame at analysis size in `space`
 * @throws UserError `flat-other-shape`, and as `readPicture`
 */
export async function readFlat(
  file: string,
  scans: readonly Picture[],
  space: RgbSpaceId,
): Promise<RgbImage> {
  const picture = await readPicture(file);
  const shape = shapeOf(picture);
  for (const scan of scans) {
    if (Math.abs(Math.log(shapeOf(scan) / shape)) > SAME_SHAPE)
      throw new UserError('flat-other-shape', { flat: picture.path, file: scan.path });
  }
  return convertRgbImage(analysisImage(picture), space);
}

function shapeOf({ raster }: Picture): number {
  const { width, height } = uprightSize(raster);
  return width / height;
}
