/** What a match was made from: enough to know its pictures again when the plugin has been loaded anew. */
import type { Alignment } from '../../engine/align/alignment';
import type { Inversion } from '../../engine/negative/inversion';
import type { PairEstimate } from '../../engine/estimation';
import type { KnownPicture } from '../knownPicture';
import type { ReadPair, ReadPicture } from '../readPair';
import type { Role, SessionState } from '../state';

/** A picture that a look was learned from. */
export interface MatchedPicture extends ReadPicture {
  /** As it was read, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Film and photo as they were laid on each other. */
export interface MatchedPair extends Readonly<Record<Role, MatchedPicture>> {
  readonly alignment: Alignment;
  /** Mean ΔE2000 of the look on it. */
  readonly deltaE2000: number;
}

/** What the user said of the pictures. */
export type MatchChoices = Pick<SessionState, 'hints' | 'negative' | 'scanCurve' | 'maskSky'>;

/** Everything that a match was given. */
export interface MadeFrom {
  /** The last one is shown. */
  readonly pairs: readonly MatchedPair[];
  /** Long edge that the pictures were read at. */
  readonly longEdgePx: number;
  /** The light without film, of the last pair; null where it was taken for even. */
  readonly flat: KnownPicture | null;
  readonly choices: MatchChoices;
  /** How the negatives became positive; null when the film was positive. */
  readonly inversion: Inversion | null;
}

export function matchedPair({ read, pair }: ReadPair, { alignment, look }: PairEstimate): MatchedPair {
  const picture = (role: Role): MatchedPicture => ({
    ...read[role],
    width: pair[role].width,
    height: pair[role].height,
  });
  return { film: picture('film'), digital: picture('digital'), alignment, deltaE2000: look.mean };
}
