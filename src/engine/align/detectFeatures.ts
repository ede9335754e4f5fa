/** Scale-invariant features of a gray picture: scale space, extrema, directions, descriptors. */
import type { Plane } from '../image/rgbImage';
import type { Task } from '../task';
import { within } from '../task';
import { describeKeypoints } from './describeKeypoints';
import type { KeypointOptions } from './detectKeypoints';
import { detectKeypoints } from './detectKeypoints';
import type { Features } from './features';
import { buildScaleSpace } from './scaleSpace';

/** `gray` nominally in [0, 1]; the features come in its pixels, the coarsest octave's first... strongest first within one. */
export function* detectFeatures(gray: Plane, options: KeypointOptions): Task<Features> {
  const octaves = yield* within(buildScaleSpace(gray), 0, 0.5);
  const keypoints = yield* within(detectKeypoints(octaves, options), 0.5, 0.6);
  return yield* within(describeKeypoints(octaves, keypoints), 0.6, 1);
}
