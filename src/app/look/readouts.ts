/** What a slider stands for, in a number that means something: of the look as learned, and as it is now. */
import { SATURATION_MAX_CHROMA, type Look, type ResidualLattice } from '../../engine/look';
import { readCurve } from '../../engine/render/renderLook';
import type { SliderName } from './lookEdits';

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const READOUTS: Readonly<Record<SliderName, (look: Look) => number>> = {
  exposure: ({ whiteBalance }) => whiteBalance.exposureEv,
  /** Red against blue, in stops. */
  warmth: ({ whiteBalance }) => (whiteBalance.redEv - whiteBalance.blueEv) / 2,
  /** Red and blue against green, in stops. */
  tint: ({ whiteBalance }) => (whiteBalance.redEv + whiteBalance.blueEv) / 2,
  /** Slope of the tone curve over its middle half. */
  contrast: ({ tone }) => 2 * (at(tone, 0.75) - at(tone, 0.25)),
  /** Levels that black and white come out at. */
  blacks: ({ tone }) => 255 * tone[0],
  whites: ({ tone }) => 255 * tone[tone.length - 1],
  /** Mean factor on chroma. */
  saturation: ({ saturation, hueBands }) =>
    average(saturation) * average(hueBands.map(({ chroma }) => chroma)),
};

/** Factor on colors of this OKLCh chroma. */
export function saturationAt({ saturation }: Look, chroma: number): number {
  return readCurve(saturation, Math.min(1, chroma / SATURATION_MAX_CHROMA));
}

/** How far a residual shifts colors: root mean square over its nodes and channels, in levels of 255. */
export function residualLevels({ offsets }: ResidualLattice): number {
  const squares = offsets.reduce((sum, offset) => sum + offset * offset, 0);
  return 255 * Math.sqrt(squares / offsets.length);
}

function at(curve: readonly number[], x: number): number {
  return curve[Math.round(x * (curve.length - 1))];
}
