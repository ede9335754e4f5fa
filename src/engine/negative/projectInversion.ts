/**
 * An inversion as three adjustment layers: Curves that turn the scan into density (this is the Invert), a Channel Mixer
 * that takes the dyes apart there, and Curves that print. In this order nothing is approximated but the roundings to
 * whole levels and percents; a 16-bit document keeps most of what those cost.
 */
import {
  ADJUSTMENT_RANGES,
  IDENTITY_CURVE,
  type AdjustmentLayer,
  type AdjustmentStack,
  type ChannelMixerRow,
  type CurvePoints,
} from '../adjustments';
import { curveThrough } from './curveThrough';
import type { Inversion } from './inversion';
import { printedValue } from './invertNegative';
import { scanDensity } from './scanDensity';

/** log10 of the print's light that counts as white, and how far below its black a paper still shows something. */
const WHITE = 0.35;
const BELOW_BLACK = 0.3;
/** Grain around the film base, and what other frames of the roll may have above the densest parts of this one. */
const BELOW_BASE = 0.06;
const RESERVE = 1.15;

/** Densities that a channel's levels 0…255 stand for between the layers. */
interface DensityScale {
  readonly low: number;
  readonly span: number;
}

export function projectInversion(inversion: Inversion, name = 'Inversion'): AdjustmentStack {
  const mixes = inversion.crosstalk.some((value, i) => Math.abs(value - (i % 4 === 0 ? 1 : 0)) >= 0.005);
  const prints = [0, 1, 2].map((c) => printScale(inversion, c));
  // Before the dyes are taken apart every density of the film has to fit in; after it, only what the paper can show.
  const films = mixes ? inversion.maxDensity.map(filmScale) : prints;
  const layers: AdjustmentLayer[] = [
    curvesLayer('Negative to density', (c) => toDensity(inversion, films[c], c)),
    ...(mixes ? [crosstalkLayer(inversion, films, prints)] : []),
    curvesLayer('Print', (c) => toPrint(inversion, prints[c], c)),
  ];
  return { name, opacity: 100, layers };
}

function printScale({ gamma, offset, paper }: Inversion, c: number): DensityScale {
  const low = (-paper.blackDensity - BELOW_BLACK - offset[c]) / gamma[c];
  return { low, span: (WHITE - offset[c]) / gamma[c] - low };
}

function filmScale(maxDensity: number): DensityScale {
  return { low: -BELOW_BASE, span: BELOW_BASE + Math.max(0.3, RESERVE * maxDensity) };
}

function curvesLayer(name: string, curve: (channel: number) => CurvePoints): AdjustmentLayer {
  const adjustment = {
    kind: 'curves',
    composite: IDENTITY_CURVE,
    red: curve(0),
    green: curve(1),
    blue: curve(2),
  } as const;
  return { name, opacity: 100, adjustment };
}

function toDensity(
  { base, space, scanGamma }: Inversion,
  { low, span }: DensityScale,
  c: number,
): CurvePoints {
  const level = (input: number): number =>
    (255 * (scanDensity(input / 255, space, scanGamma) + Math.log10(base[c]) - low)) / span;
  // Where the density leaves the scale the curve is flat; a spline that had to follow the corner would overshoot.
  let from = 0;
  while (from < 200 && level(from) > 255) from++;
  let to = 255;
  while (to > from + 20 && level(to) < 0) to--;
  return curveThrough(level, Math.max(0, from - 1), Math.min(255, to + 1));
}

function toPrint(inversion: Inversion, { low, span }: DensityScale, c: number): CurvePoints {
  return curveThrough(
    (input) =>
      255 * printedValue(inversion.gamma[c] * (low + (span * input) / 255) + inversion.offset[c], inversion),
  );
}

/** The rows of M from the scales of the film to those of the print. */
function crosstalkLayer(
  { crosstalk }: Inversion,
  films: readonly DensityScale[],
  prints: readonly DensityScale[],
): AdjustmentLayer {
  const row = (c: number): ChannelMixerRow => {
    const share = (j: number): number => (crosstalk[3 * c + j] * films[j].span) / prints[c].span;
    const shift = [0, 1, 2].reduce((sum, j) => sum + crosstalk[3 * c + j] * films[j].low, -prints[c].low);
    const constant = percent(shift / prints[c].span);
    return { red: percent(share(0)), green: percent(share(1)), blue: percent(share(2)), constant };
  };
  const adjustment = {
    kind: 'channelMixer',
    monochrome: false,
    red: row(0),
    green: row(1),
    blue: row(2),
  } as const;
  return { name: 'Crosstalk of the dyes', opacity: 100, adjustment };
}

function percent(share: number): number {
  const { min, max } = ADJUSTMENT_RANGES.channelMixer;
  return Math.min(max, Math.max(min, Math.round(100 * share)));
}
