/**
 * How a scanned negative becomes a positive, in the density domain and apart from the look: other frames of the roll
 * are inverted with the same numbers. From the scan's encoded value v to the positive's:
 *
 *   T = decode(v)                    light through the film
 *   D = −log10(T / base)             density above the film base, ≥ 0 in the picture
 *   x = γ · (M·D) + offset           log10 of the light that the print should throw back
 *   print = 10^(−paper(−x))          the paper's toe and shoulder, between its black and white
 *
 * M takes the unwanted absorptions of the dyes apart (its rows sum to one, so that grays stay what they are). An
 * exponent that a scanner puts on T only scales D and so is part of γ.
 */
import type { RgbSpaceId } from '../color/rgbSpace';

export type Triple = readonly [red: number, green: number, blue: number];

/** Color negative with its orange mask, the same under narrow-band light (the mask is pale), and silver film. */
export const NEGATIVE_KINDS = ['color', 'color-pale', 'black-and-white'] as const;
export type NegativeKind = (typeof NEGATIVE_KINDS)[number];

export interface PaperCurve {
  /** Density of the deepest black, > 0. */
  readonly blackDensity: number;
  /** Width in density of the bend toward black, > 0. */
  readonly toe: number;
  /** Width in density of the bend toward white, > 0. */
  readonly shoulder: number;
}

export interface Inversion {
  readonly version: 1;
  readonly kind: NegativeKind;
  /** The space of the scan's values and of the positive. */
  readonly space: RgbSpaceId;
  /** 1 for a scan in linear light; null where the transfer function of `space` holds. */
  readonly scanGamma: number | null;
  /** Light through the unexposed film, linear, in (0, 1]. */
  readonly base: Triple;
  /** Density over the base of the densest parts of the scan that the numbers come from. */
  readonly maxDensity: Triple;
  /** Contrast of the print over that of the film, a channel. */
  readonly gamma: Triple;
  /** log10 of the print's light where the film is unexposed. */
  readonly offset: Triple;
  /** M, row-major 3×3, rows sum to one. */
  readonly crosstalk: readonly number[];
  readonly paper: PaperCurve;
  /** Whether the numbers were guessed from the scan alone or fitted to a digital photo of the scene. */
  readonly origin: 'blind' | 'reference';
}

/** Ranges in which the numbers make sense; for validation. */
export const INVERSION_RANGES = {
  scanGamma: { min: 0.4, max: 4 },
  base: { min: 1e-4, max: 1 },
  maxDensity: { min: 0, max: 5 },
  gamma: { min: 0.05, max: 60 },
  offset: { min: -40, max: 20 },
  crosstalk: { min: -5, max: 5 },
  blackDensity: { min: 0.3, max: 10 },
  softness: { min: 1e-3, max: 20 },
} as const;

export const NO_CROSSTALK: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1];
/** Silver has one density: all three channels read the mean. */
export const MEAN_OF_CHANNELS: readonly number[] = Array.from({ length: 9 }, () => 1 / 3);

/** A glossy paper with a soft toe: 2.2 is the density of its black. */
export const DEFAULT_PAPER: PaperCurve = { blackDensity: 2.2, toe: 0.25, shoulder: 0.3 };
