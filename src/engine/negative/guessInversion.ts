/**
 * An inversion from the scan alone: unexposed film becomes the paper's black. Contrast is a compromise between what makes
 * the densest parts white and what prints usually have; how it is shared out to the channels one of three guesses: that
 * the densest parts are white, that the picture is gray on average, and that the film is like others. It cannot know the light of the scene nor how far the film was exposed, and it leaves the crosstalk
 * of the dyes.
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
import { measureFilmBase } from './measureFilmBase';
import { lightQuantile, measureScanBlocks } from './scanBlocks';

export interface GuessOptions {
  readonly kind: NegativeKind;
  /** As in Inversion. @default null */
  readonly scanGamma?: number | null;
  /** Linear light of the unexposed film, where it is known. @default that of the brightest film in the scan */
  readonly base?: Triple;
}

/** A flat scene, or a frame that holds nothing, must not be stretched without end. */
const MIN_DENSITY = 0.3;
/** Contrast of print over film where the reference of a scene decided (docs/method/negative.md), and its balance. */
const USUAL_GAMMA = 2.5;
const USUAL_BALANCE: Readonly<Record<NegativeKind, Triple>> = {
  color: [1.25, 1, 0.75],
  'color-pale': [1.45, 1, 1.1],
  'black-and-white': [1, 1, 1],
};
/** log10 of the print's light for the densest parts of the film: just below white. */
const WHITE = -0.05;

/** Geometric, of three. */
function mean(values: readonly number[]): number {
  return Math.cbrt(values[0] * values[1] * values[2]);
}

/** @throws UserError as `measureFilmBase` */
export function guessInversion(scan: RgbImage, options: GuessOptions): Inversion {
  const { kind, scanGamma = null } = options;
  const { base, maxDensity } = measureFilmBase(scan, scanGamma, options.base);
  const blocks = measureScanBlocks(scan, scanGamma);
  const typical = base.map((light, c) => Math.max(0.02, Math.log10(light / lightQuantile(blocks, c, 0.5))));
  const densest = maxDensity.map((density) => Math.max(MIN_DENSITY, density));
  const balances = [
    densest.map((density) => 1 / density),
    typical.map((density) => 1 / density),
    USUAL_BALANCE[kind],
  ];
  const black = -DEFAULT_PAPER.blackDensity;
  const contrast = Math.sqrt(((WHITE - black) / mean(densest)) * USUAL_GAMMA);
  const gamma = (c: number): number =>
    kind === 'black-and-white'
      ? contrast
      : contrast * mean(balances.map((balance) => balance[c] / mean(balance)));
  return {
    version: 1,
    kind,
    space: scan.space,
    scanGamma,
    base,
    maxDensity,
    gamma: [gamma(0), gamma(1), gamma(2)],
    offset: [black, black, black],
    crosstalk: kind === 'black-and-white' ? MEAN_OF_CHANNELS : NO_CROSSTALK,
    paper: DEFAULT_PAPER,
    origin: 'blind',
  };
}
