/** What comes in and out of the recipe in estimate.ts, as plain values that can cross a worker boundary. */
import type { AdjustmentStack } from './adjustments';
import type { AlignInput } from './align/alignInput';
import type { Alignment } from './align/alignment';
import type { Plane, RgbImage } from './image/rgbImage';
import type { Look } from './look';
import type { DifferenceSummary } from './metrics/differenceSummary';

export interface EstimateInput {
  /**
   * Pictures at analysis size: about 1200 px on the long edge is all that the estimate needs. A pair may come with point
   * pairs placed by hand and other hints for its alignment.
   */
  readonly pairs: readonly AlignInput[];
  /** Name of the look, shown to the user and used for the layer group. */
  readonly name: string;
}

/** Code of a text in src/app/texts.ts; `values` fill its blanks. */
export interface EstimateWarning {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
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
}

/** A pair that could not be aligned ends the recipe early: nothing is fitted to pictures that do not match. */
export type Estimation =
  | { readonly status: 'unaligned'; readonly pairIndex: number; readonly alignment: Alignment }
  | {
      readonly status: 'ok';
      readonly look: Look;
      readonly stack: AdjustmentStack;
      readonly pairs: readonly PairEstimate[];
      readonly warnings: readonly EstimateWarning[];
    };
