/** An alignment of the analysis pictures as one of the pictures given. */
import type { Alignment, AlignmentStatus } from './alignment';
import { frameOverlap } from './frameOverlap';
import { composeHomographies, IDENTITY_HOMOGRAPHY, resizeHomography } from './homography';
import { scaleWarp } from './localWarp';
import type { GrayPair } from './prepareLevel';
import type { RefinedLevel } from './refineLevel';
import { frameOnDigital } from './levelScale';
import type { ImagePair } from '../image/rgbImage';

export type Judgement = Pick<Alignment, 'status' | 'confidence' | 'negative' | 'mirrored' | 'points'>;
/** What of a refined level becomes part of the alignment. */
export type Refined = Pick<
  RefinedLevel,
  'filmToDigital' | 'warp' | 'homography' | 'agreeing' | 'errorPx' | 'homographyErrorPx'
>;

/** `refined` maps between the pictures of `gray`, which are those of `pair` at another size. */
export function describeAlignment(
  pair: ImagePair,
  gray: GrayPair,
  refined: Refined,
  judgement: Judgement,
  localWarp: boolean,
): Alignment {
  const { film, digital, frame } = gray;
  const { width, height } = pair.digital;
  const mapping = localWarp ? refined.filmToDigital : refined.homography;
  const errorPx = localWarp ? refined.errorPx : refined.homographyErrorPx;
  return {
    ...judgement,
    filmToDigital: composeHomographies(
      resizeHomography(width / digital.width, height / digital.height),
      composeHomographies(
        mapping,
        resizeHomography(film.width / pair.film.width, film.height / pair.film.height),
      ),
    ),
    warp: refined.warp && localWarp ? scaleWarp(refined.warp, width, height) : null,
    inliers: refined.agreeing,
    errorPx: (errorPx * width) / digital.width,
    overlap: frameOverlap(frameOnDigital(frame, mapping), digital.width, digital.height),
  };
}

export type FailureStatus = Exclude<AlignmentStatus, 'ok'>;

export function describeFailure(status: FailureStatus): Alignment {
  return {
    status,
    filmToDigital: IDENTITY_HOMOGRAPHY,
    warp: null,
    inliers: 0,
    errorPx: 0,
    overlap: 0,
    confidence: 0,
    negative: false,
    mirrored: false,
  };
}
