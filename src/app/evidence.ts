/** What a look was learned from: what a match found out, and its pictures. */
import type { Alignment } from '../engine/align/alignment';
import type { Confidence } from '../engine/confidence/assessLook';
import type { TextureEstimate } from '../engine/estimateTexture';
import type { EstimateWarning, FrameNuisances } from '../engine/estimation';
import type { ModelId } from '../engine/fit/alternatives/regressor';
import type { Plane, RgbImage } from '../engine/image/rgbImage';
import type { RegisteredPictures } from '../engine/measureStyle';
import type { MaskedShares } from '../engine/sample/blockMasks';
import type { MadeFrom } from './earlierMatch/madeFrom';

/** What a match found out, apart from pictures: plain data that outlives a reload of the plugin (earlierMatch/matchFile.ts). */
export interface MatchFindings {
  readonly madeFrom: MadeFrom;
  readonly filmName: string;
  readonly digitalName: string;
  /** The document that the digital picture came from: the first choice of where to apply. */
  readonly digitalDocumentId: number;
  readonly alignment: Alignment;
  readonly warnings: readonly EstimateWarning[];
  readonly confidence: Confidence;
  /** What is this frame's own and not the film's. */
  readonly nuisances: FrameNuisances;
  /** How its colors became a look. */
  readonly model: ModelId;
  /** How grain and halation were measured; null when nobody looked for them. */
  readonly texture: TextureEstimate | null;
  /** Shares of the overlap that were trusted less, or not at all; null when nobody looked. */
  readonly masked: MaskedShares | null;
}

/** The matched pictures on the digital photo's pixels: what previews and re-fits are made from. */
export interface Evidence extends MatchFindings {
  readonly digital: RgbImage;
  readonly registeredFilm: RgbImage;
  readonly reliability: Plane;
  /** The other pairs that the look was learned from, smaller. */
  readonly otherPairs: readonly RegisteredPictures[];
}
