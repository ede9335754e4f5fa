import { composeHomographies, resizeHomography } from '../engine/align/homography';
import type { Alignment, Homography } from '../engine/align/alignment';
import { uprightSize } from '../formats/image/rasterToRgbImage';
import type { ReadPair } from './readPair';

/** An alignment as it is printed: in the pixels of the full-size upright pictures, pixel centers at integers. */
export interface AlignmentReport {
  readonly status: Alignment['status'];
  /** Row-major 3×3, film pixel → digital pixel; the last number is 1. */
  readonly homography: readonly number[];
  /** Median residual in digital pixels. */
  readonly errorPx: number;
  readonly inliers: number;
  readonly overlap: number;
  readonly confidence: number;
  /** True when a smooth displacement was found on top of the homography. */
  readonly localWarp: boolean;
  readonly negative: boolean;
  readonly mirrored: boolean;
  /** With points placed by hand: how far each is from the result, and whether the pictures refined it. */
  readonly points?: { readonly residualsPx: readonly number[]; readonly isRefined: boolean };
  readonly filmSize: readonly [width: number, height: number];
  readonly digitalSize: readonly [width: number, height: number];
}

export function alignmentOf(alignment: Alignment, pair: ReadPair): AlignmentReport {
  const film = uprightSize(pair.film.raster);
  const digital = uprightSize(pair.digital.raster);
  const homography = fullSizeHomography(alignment, pair);
  const digitalScale = digital.width / pair.images.digital.width;
  return {
    status: alignment.status,
    homography,
    errorPx: alignment.errorPx * digitalScale,
    inliers: alignment.inliers,
    overlap: alignment.overlap,
    confidence: alignment.confidence,
    localWarp: alignment.warp !== null,
    negative: alignment.negative,
    mirrored: alignment.mirrored,
    ...(alignment.points && {
      points: {
        residualsPx: alignment.points.residualsPx.map((residual) => residual * digitalScale),
        isRefined: alignment.points.isRefined,
      },
    }),
    filmSize: [film.width, film.height],
    digitalSize: [digital.width, digital.height],
  };
}

/** Film pixel → digital pixel at full size, upright; the last number is 1. */
export function fullSizeHomography(alignment: Alignment, { film, digital, images }: ReadPair): Homography {
  // Both sides are scaled on their own: the sizes of the analysed pictures are rounded to whole pixels.
  const filmSize = uprightSize(film.raster);
  const digitalSize = uprightSize(digital.raster);
  const toAnalysis = resizeHomography(
    images.film.width / filmSize.width,
    images.film.height / filmSize.height,
  );
  const toFull = resizeHomography(
    digitalSize.width / images.digital.width,
    digitalSize.height / images.digital.height,
  );
  return composeHomographies(toFull, composeHomographies(alignment.filmToDigital, toAnalysis));
}
