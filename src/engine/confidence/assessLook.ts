/** How far a look is to be trusted: what the pairs have shown, what is a guess, and how sure the numbers are. */
import { resizeArea } from '../image/resizeArea';
import type { RgbImage } from '../image/rgbImage';
import type { Look } from '../look';
import type { ColorSamples } from '../sample/colorSamples';
import { within, type Task } from '../task';
import { bootstrapLook, type LookUncertainty } from './bootstrapLook';
import { measureCoverage, type Coverage } from './coverage';
import { extrapolatedMask } from './extrapolatedMask';
import { regionCoverage, type RegionCoverage } from './regionCoverage';
import { sceneClusters, type SceneCluster } from './sceneClusters';

/** Plain data that can cross a worker boundary. */
export interface Confidence {
  readonly coverage: Coverage;
  /** By named color: seen, partly seen or extrapolated. */
  readonly regions: readonly RegionCoverage[];
  /** What the scenes are made of, the largest first. */
  readonly clusters: readonly SceneCluster[];
  readonly uncertainty: LookUncertainty;
  /** Share of each digital photo, in [0, 1], whose colors no pair has shown on film. */
  readonly extrapolatedShares: readonly number[];
}

/** Pictures are measured at this long edge. */
const LONG_EDGE_PX = 240;

/** @param digital the digital photos of the pairs, all of each: also what the film does not cover */
export function* assessLook(
  look: Look,
  pairs: readonly ColorSamples[],
  digital: readonly RgbImage[],
): Task<Confidence> {
  const coverage = measureCoverage(pairs);
  yield { stage: 'confidence', fraction: 0.1 };
  const clusters = sceneClusters(pairs, look);
  yield { stage: 'confidence', fraction: 0.2 };
  const extrapolatedShares: number[] = [];
  for (const image of digital) {
    extrapolatedShares.push(extrapolatedMask(small(image), coverage).share);
    yield { stage: 'confidence', fraction: 0.3 };
  }
  const uncertainty = yield* within(bootstrapLook(pairs), 0.3, 1);
  return { coverage, regions: regionCoverage(coverage), clusters, uncertainty, extrapolatedShares };
}

function small(image: RgbImage): RgbImage {
  const scale = Math.min(1, LONG_EDGE_PX / Math.max(image.width, image.height));
  return resizeArea(
    image,
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
}
