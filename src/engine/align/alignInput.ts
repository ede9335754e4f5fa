/** What the aligner is given besides the pictures: what the user knows about the pair. */
import type { PointPair } from './pointPair';
import type { Polarity } from './polarity';
import type { ImagePair } from '../image/rgbImage';

export interface AlignHints {
  /** 3 to 8 points placed by hand, in the pixels of the pictures given; they decide where the film lies. */
  readonly points?: readonly PointPair[] | undefined;
  /** Whether the pictures may improve on the points where they agree with them. Default true. */
  readonly refinePoints?: boolean | undefined;
  /** Whether the scan shows an un-inverted negative. Default 'auto': both are tried. */
  readonly polarity?: Polarity | undefined;
}

export interface AlignInput extends ImagePair, AlignHints {}

export interface AlignOptions extends AlignHints {
  /** Whether the smooth local warp may be used. Default true. */
  readonly localWarp?: boolean | undefined;
}

/** The hints that came with a pair. */
export function hintsOf({ points, refinePoints, polarity }: AlignInput): AlignHints {
  return { points, refinePoints, polarity };
}
