import type { RgbSpaceId } from '../color/rgbSpace';
import type { MaskedShares } from './blockMasks';

/**
 * Corresponding colors of one aligned pair: what the digital camera saw and what film made of it.
 * Row i of every array belongs to sample i.
 */
export interface ColorSamples {
  readonly count: number;
  /** 3 · count encoded RGB values in [0, 1]. */
  readonly digital: Float32Array;
  /** 3 · count encoded RGB values in [0, 1]. */
  readonly film: Float32Array;
  /** count weights ≥ 0: how far the sample is to be trusted. */
  readonly weight: Float32Array;
  /** 2 · count positions in the digital picture, each in [−1, 1] from its center (long edge = 1), for smooth light fields. */
  readonly position: Float32Array;
  readonly space: RgbSpaceId;
  /** What of the overlap was masked; left out where the samples are of no picture. */
  readonly masked?: MaskedShares;
}
