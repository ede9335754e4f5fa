/**
 * An inversion from the scan alone: unexposed film becomes the paper's black, the densest parts its white, each channel
 * for itself. That is the neutral print of an ordinary scene with a black and a white in it; it cannot know the light of
 * the scene nor how far the film was exposed, and it leaves the crosstalk of the dyes.
 */
import type { RgbImage } from '../image/rgbImage';
import {
  DEFAULT_PAPER,
  MEAN_OF_CHANNELS,
  NO_CROSSTALK,
  type Inversion,
  type NegativeKind,
  type Triple,
} from './inversion';
import { measureFilmBase, type ScanArea } from './measureFilmBase';

export interface GuessOptions {
  readonly kind: NegativeKind;
  /** As in Inversion. @default null */
  readonly scanGamma?: number | null;
  /** Unexposed film in the scan. @default the brightest film */
  readonly baseArea?: ScanArea;
}

/** A flat scene, or a frame that holds nothing, must not be stretched without end. */
const MIN_RANGE = 0.35;
/** log10 of the print's light for the densest parts of the film: just below white. */
const WHITE = -0.05;

/** @throws UserError as `measureFilmBase` */
export function guessInversion(scan: RgbImage, options: GuessOptions): Inversion {
  const { kind, scanGamma = null } = options;
  const { base, maxDensity } = measureFilmBase(scan, scanGamma, options.baseArea);
  const range = maxDensity.map((density) => Math.max(MIN_RANGE, density));
  if (kind === 'black-and-white') range.fill((range[0] + range[1] + range[2]) / 3);
  const black = -DEFAULT_PAPER.blackDensity;
  const gamma = range.map((density) => (WHITE - black) / density);
  return {
    version: 1,
    kind,
    space: scan.space,
    scanGamma,
    base,
    maxDensity,
    gamma: gamma as unknown as Triple,
    offset: [black, black, black],
    crosstalk: kind === 'black-and-white' ? MEAN_OF_CHANNELS : NO_CROSSTALK,
    paper: DEFAULT_PAPER,
    origin: 'blind',
  };
}
