/**
 * What the projection needs to know of one kind of adjustment layer: its sliders as real numbers in Photoshop's
 * units, the smooth form of its arithmetic, and the derivatives of that arithmetic.
 *
 * Values are encoded RGB in [0, 1]. Where the arithmetic clips, the value is clipped but its derivatives keep
 * LEAK of their size, so that a slider that has driven every color into a clip still feels the way back.
 */
import type { Adjustment } from '../../adjustments';

/** Share of a derivative that survives a clip. */
export const LEAK = 0.03;

/** One slider. */
export interface Parameter {
  /** Where the layer does nothing. */
  readonly neutral: number;
  readonly min: number;
  readonly max: number;
  /** How far the slider may move before it must pay off: standard deviation of its prior around `neutral`. */
  readonly sigma: number;
}

/** One layer at given sliders. */
export interface LayerAt {
  /** Maps `count` interleaved RGB colors. `source` and `target` may not be the same array. */
  readonly evaluate: (source: Float64Array, target: Float64Array, count: number) => void;
  /**
   * Derivatives at color `index` of `source`: by the color (3×3, row = output channel) and by the sliders
   * (3 × number of parameters, row = output channel). Both arrays are overwritten.
   */
  readonly differentiate: (
    source: Float64Array,
    index: number,
    byColor: Float64Array,
    byParameter: Float64Array,
  ) => void;
}

export interface LayerModel {
  readonly parameters: readonly Parameter[];
  /** `values` holds one number a parameter; it is read now and not kept. */
  readonly at: (values: Float64Array) => LayerAt;
  /**
   * Linear conditions that a usable layer meets, as rows g·p ≥ bound (curves must rise). Empty where there are none.
   */
  readonly conditions: readonly Condition[];
  /** Index of the slider that at −100 takes all color away; only Hue/Saturation has one. */
  readonly masterSaturation?: number;
  /** The layer in Photoshop's integer units. `values` are rounded here if they are not whole. */
  readonly toAdjustment: (values: Float64Array) => Adjustment;
}

/** Σ coefficients[i] · values[first + i] ≥ bound. */
export interface Condition {
  readonly first: number;
  readonly coefficients: Float64Array;
  readonly bound: number;
}
