/**
 * A registered pair as patches. Grain and sub-pixel misfits differ from pixel to pixel and are not the look; the mean
 * color of a patch is. Every number that Filmfit prints about a pair is measured on these.
 */
import { resizeArea, resizePlane } from '../image/resizeArea';
import type { Plane, RgbImage } from '../image/rgbImage';

/** Pixels per side of a patch, at analysis size. */
const PATCH_PX = 4;

export interface Patches {
  readonly digital: RgbImage;
  readonly film: RgbImage;
  /** Mean reliability of each patch; patches that the film frame only partly covers count for nothing. */
  readonly trust: Plane;
}

/** @param film registered on the digital picture's pixels */
export function averagePatches(digital: RgbImage, film: RgbImage, reliability: Plane): Patches {
  const width = Math.max(1, Math.round(digital.width / PATCH_PX));
  const height = Math.max(1, Math.round(digital.height / PATCH_PX));
  const mean = resizePlane(reliability, width, height);
  return {
    digital: resizeArea(digital, width, height),
    film: resizeArea(film, width, height),
    trust: { ...mean, data: mean.data.map((trust) => (trust >= 0.5 ? trust : 0)) },
  };
}
