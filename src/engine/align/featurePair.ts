/** Features of both pictures at one size, and how mappings between those sizes and the given ones convert. */
import type { Homography } from './alignment';
import { detectFeatures } from './detectFeatures';
import type { Features } from './features';
import { isInQuad } from './frameQuad';
import { composeHomographies, resizeHomography } from './homography';
import type { GrayPair } from './prepareLevel';
import { fitLongEdge, resizePlaneInSlices } from '../image/resizeArea';
import type { Plane } from '../image/rgbImage';
import type { Task } from '../task';
import { within } from '../task';

export interface FeaturePair {
  readonly film: Features;
  readonly digital: Features;
  /** A mapping between the feature pictures as one between the given pictures; `mirrored` film has x → width − 1 − x. */
  readonly toGiven: (h: Homography, mirrored: boolean) => Homography;
  readonly fromGiven: (h: Homography, mirrored: boolean) => Homography;
}

const FEATURE_BUDGET = 3000;

/** `longEdgePx` is the size that features are looked for at. */
export function* detectFeaturePair(gray: GrayPair, longEdgePx: number): Task<FeaturePair> {
  const { film, digital, frame } = gray;
  const filmSize = fitLongEdge(film.width, film.height, longEdgePx);
  const digitalSize = fitLongEdge(digital.width, digital.height, longEdgePx);
  const shrink = (gray: Plane, size: { width: number; height: number }): Task<Plane> =>
    within(resizePlaneInSlices(gray, size.width, size.height, 'align.features'), 0, 0);
  const smallFilm = yield* shrink(film, filmSize);
  yield { stage: 'align.features', fraction: 0 };
  const smallDigital = yield* shrink(digital, digitalSize);
  yield { stage: 'align.features', fraction: 0 };
  const zoomX = film.width / filmSize.width;
  const zoomY = film.height / filmSize.height;
  const accepts = (x: number, y: number): boolean => isInQuad(frame, x * zoomX, y * zoomY);
  const filmFeatures = yield* within(detectFeatures(smallFilm, { budget: FEATURE_BUDGET, accepts }), 0, 0.5);
  const digitalFeatures = yield* within(detectFeatures(smallDigital, { budget: FEATURE_BUDGET }), 0.5, 1);
  const flip: Homography = [-1, 0, filmSize.width - 1, 0, 1, 0, 0, 0, 1];
  const flipped = (h: Homography, mirrored: boolean): Homography =>
    mirrored ? composeHomographies(h, flip) : h;
  const scaled = (
    h: Homography,
    digitalX: number,
    digitalY: number,
    filmX: number,
    filmY: number,
  ): Homography =>
    composeHomographies(
      resizeHomography(digitalX, digitalY),
      composeHomographies(h, resizeHomography(filmX, filmY)),
    );
  const digitalX = digital.width / digitalSize.width;
  const digitalY = digital.height / digitalSize.height;
  return {
    film: filmFeatures,
    digital: digitalFeatures,
    toGiven: (h, mirrored) => scaled(flipped(h, mirrored), digitalX, digitalY, 1 / zoomX, 1 / zoomY),
    fromGiven: (h, mirrored) => flipped(scaled(h, 1 / digitalX, 1 / digitalY, zoomX, zoomY), mirrored),
  };
}
