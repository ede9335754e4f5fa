/** What comes in and out of the recipe in estimate.ts, as plain values that can cross a worker boundary. */
import type { AdjustmentStack } from './adjustments';
import type { AlignInput } from './align/alignInput';
import type { TextureEstimate } from './estimateTexture';
import type { Alignment } from './align/alignment';
import type { Confidence } from './confidence/assessLook';
import type { ModelScore } from './fit/alternatives/compareModels';
import type { ModelId } from './fit/alternatives/regressor';
import type { Plane, RgbImage } from './image/rgbImage';
import type { Inversion } from './negative/inversion';
import type { NegativeChoice } from './negative/invertPairs';
import type { Look } from './look';
import type { DifferenceSummary } from './metrics/differenceSummary';
import type { ProjectionDiagnostics, StackKind } from './project/projectLook';
import type { MaskedShares } from './sample/blockMasks';

export interface EstimateInput extends FilmOptions {
  /**
   * Pictures at analysis size: about 1200 px on the long edge is all that the estimate needs. A pair may come with point
   * pairs placed by hand and other hints for its alignment.
   */
  readonly pairs: readonly AlignInput[];
  /** Name of the look, shown to the user and used for the layer group. */
  readonly name: string;
  /** How much each pair counts, ≥ 0; a pair of 0 is left out of the look, but aligned and measured. @default 1 each */
  readonly pairWeights?: readonly number[];
  /** How colors become a look. @default 'film' */
  readonly model?: ModelId;
  /** Which layers the look becomes. @default 'classic' */
  readonly stack?: StackKind;
  /** Index of the pair whose own light is put back into the look ("match this frame exactly"). @default null: none */
  readonly matchFrame?: number | null;
  /** Leave the sky of the photos out: clouds move, and filters darken it. @default false */
  readonly maskSky?: boolean;
  /** Also project the look to the other stacks, to tell how near each comes. Half a second. @default false */
  readonly compareStacks?: boolean;
  /** Also score every model on colors held out. Some ten seconds. @default false */
  readonly compareModels?: boolean;
}

/** What is known about the film pictures, and what of them is wanted beside the color. */
export interface FilmOptions {
  /** Whether they are un-inverted negatives, and of which kind. @default 'auto' */
  readonly negative?: NegativeChoice;
  /** 1 when the scans are in linear light. @default null: as their space says */
  readonly scanGamma?: number | null;
  /**
   * The light of each scan without film, framed as it is, in the space of the pairs: what is uneven is taken out of the
   * film picture. @default null each: even light
   */
  readonly flats?: readonly (RgbImage | null)[];
  /** The film pictures with finer pixels, to measure grain in; null where there is none. @default those of the pairs */
  readonly details?: readonly (RgbImage | null)[];
  /** @default true */
  readonly grain?: boolean;
  /** @default true */
  readonly halation?: boolean;
}

/** Code of a text in src/app/texts; `values` fill its blanks. */
export interface EstimateWarning {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Light of red, green and blue in stops: a common part, and what red and blue have over green. */
export interface LightStops {
  readonly exposureEv: number;
  readonly redEv: number;
  readonly blueEv: number;
}

/**
 * What differs from frame to frame and is not the film: it is estimated beside the look, kept out of it, and can be put
 * back by `matchFrame`. Stops are against the mean of the pairs: what all pairs share cannot be told from the look.
 */
export interface FrameNuisances {
  /** Light on the film over light in the camera: exposure, and the camera's white balance. */
  readonly light: LightStops;
  /** Correction of the frame by the lab or the scanner, in light of the film picture. */
  readonly lab: LightStops;
  /** With a single pair `light` and `lab` are part of the look, and zero here. */
  readonly offsetsKnown: boolean;
  /** Coefficients of the light field over the frame, in stops; see lightField.ts. */
  readonly field: readonly number[];
  /** Light lost in the corners against the middle of the frame, in stops: about what users call the vignette. */
  readonly vignetteEv: number;
  /** Largest difference of red against blue over the frame, in stops: cast of a scanner, light leak. */
  readonly castEv: number;
}

/** Colors of one pair against the look that the *other* pairs gave, ΔE2000 over its colors, every color once. */
export interface HeldOutPair {
  readonly pairIndex: number;
  /** What the other pairs gave. */
  readonly look: Look;
  readonly before: DifferenceSummary;
  /** With the look as it is. */
  readonly asShot: DifferenceSummary;
  /** With the exposure, white balance and light field of this frame taken out. */
  readonly nuisancesRemoved: DifferenceSummary;
}

/** Leave-one-scene-out: how well the look does on a scene that it never saw. */
export interface Validation {
  readonly pairs: readonly HeldOutPair[];
}

/** How one pair was aligned, and how far the film is from the digital photo before and after. ΔE2000 over the trusted overlap. */
export interface PairEstimate {
  readonly alignment: Alignment;
  /** The film frame warped onto the digital picture's pixels, and how far each pixel can be trusted, in [0, 1]. */
  readonly registeredFilm: RgbImage;
  readonly reliability: Plane;
  /** Film against the untouched digital photo, against the digital photo with the look, and with the layer stack. */
  readonly before: DifferenceSummary;
  readonly look: DifferenceSummary;
  readonly stack: DifferenceSummary;
  /** What of this pair is the frame's own and was kept out of the look. */
  readonly nuisances: FrameNuisances;
  /** ΔE2000 over the pair's colors with look *and* nuisances: what is left is disagreement with the other pairs. */
  readonly residual: DifferenceSummary;
  /** How much the pair counted; 0: left out. */
  readonly weight: number;
  /** Shares of the overlap that were trusted less, or not at all. */
  readonly masked?: MaskedShares;
}

/** A pair that could not be aligned ends the recipe early: nothing is fitted to pictures that do not match. */
export type Estimation =
  | { readonly status: 'unaligned'; readonly pairIndex: number; readonly alignment: Alignment }
  | {
      readonly status: 'ok';
      readonly look: Look;
      readonly stack: AdjustmentStack;
      readonly pairs: readonly PairEstimate[];
      /** Null with a single pair. */
      readonly validation: Validation | null;
      readonly model: ModelId;
      /** ΔE2000 of the stack, and with `compareStacks` of every kind of stack, against the look. */
      readonly projections: readonly ProjectionDiagnostics[];
      /** With `compareModels`: every model on colors held out, the best first; else empty. */
      readonly models: readonly ModelScore[];
      readonly confidence: Confidence;
      readonly warnings: readonly EstimateWarning[];
      /** Index of the pair whose own light was put back into the look; null, or left out, when none was. */
      readonly matchedFrame?: number | null;
      /** How the negatives were made positive; null, or left out, when the film is positive. */
      readonly inversion?: Inversion | null;
      /** How grain and halation were measured, on all pairs that count. */
      readonly texture?: TextureEstimate;
    };
