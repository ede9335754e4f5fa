import type { RgbSpaceId } from '../color/rgbSpace';

/** Colors of one or several pairs, averaged over small cells of color (and place): what every fit works on. */
export interface ColorBins {
  readonly count: number;
  /** 3 a bin: encoded RGB of the digital photo. */
  readonly digital: Float64Array;
  /** 3 a bin: encoded RGB of the film frame. */
  readonly film: Float64Array;
  /** Square root of the summed sample weight, scaled to a mean of 1: a sky does not swamp a flower. */
  readonly weight: Float64Array;
  /** Which pair the bin belongs to. */
  readonly pair: Uint16Array;
  /** LIGHT_FIELD_TERMS a bin: mean of the light field's basis over the samples in the bin. */
  readonly field: Float64Array;
  readonly space: RgbSpaceId;
}

/** r², u, v, u² − v², u·v of the position in the frame; see lightField.ts. */
export const LIGHT_FIELD_TERMS = 5;

/** Cells for several pairs together, which fill more of them: coarser ones do no harm and keep the fit small. */
export const COLOR_BINS = { lightnessStep: 0.05, chromaStep: 0.03 } as const;
