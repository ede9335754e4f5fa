import type { AdjustmentStack } from '../../engine/adjustments';
import type { Inversion } from '../../engine/negative/inversion';
import type { Look } from '../../engine/look';
import type { DifferenceSummary } from '../../engine/metrics/differenceSummary';

export const STYLE_FORMAT = 'filmfit-style';
export const STYLE_VERSION = 3;
/** The extension of a style file, without the dot. */
export const STYLE_EXTENSION = 'filmfit';

/** ΔE2000 to the film over the pairs that the look was learned from. */
export interface StyleMetrics {
  readonly before: DifferenceSummary;
  readonly look: DifferenceSummary;
  readonly stack: DifferenceSummary;
}

/** The stages of a look that a person changes by hand. */
export type EditableStages = Pick<
  Look,
  'whiteBalance' | 'matrix' | 'tone' | 'channels' | 'hueBands' | 'saturation' | 'residual'
>;

/** What a style file holds. Fields that this version does not know are kept beside these and written back. */
export interface Style {
  readonly look: Look;
  readonly stack: AdjustmentStack;
  readonly metrics?: StyleMetrics;
  /** The stages as they were learned, where `look` was changed by hand; without `residual`: it is that of the look. */
  readonly learned?: Omit<EditableStages, 'residual'> & Partial<Pick<EditableStages, 'residual'>>;
  /** How the film of the pair was made positive: other frames of the roll are inverted with it. */
  readonly inversion?: Inversion;
  /** A small picture to know the style by: a `data:` URL of a PNG or JPEG, at most 64 KB. */
  readonly thumbnail?: string;
}
