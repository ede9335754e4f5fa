/**
 * Color Balance is Levels on each channel: the shadow slider moves the black point, the highlight slider the white
 * point, the midtone slider the gamma, 2^(slider/100). "Preserve Luminosity" computes no luminance: it subtracts from
 * each triple the largest shadow, the smallest highlight and the middle of the midtones, so that equal sliders do
 * nothing. Exact with Preserve Luminosity on and for midtones without it; the share of shadows above 0 and highlights
 * below 0 in the gamma without it is the simplest rule that fits what was measured.
 */
import type { ColorBalanceAdjustment, ColorBalanceTriple, LevelsChannel } from '../adjustments';
import { createTableMapper8 } from './channelTables8';
import { levelsTable8, mapByLevels } from './levels';
import type { Mapper, Mapper8 } from './mapper';

/** Levels keeps at least this between black and white. */
const MIN_SPAN = 2;

/** The Levels of red, green and blue that a Color Balance stands for. */
export function colorBalanceLevels(
  adjustment: ColorBalanceAdjustment,
): readonly [red: LevelsChannel, green: LevelsChannel, blue: LevelsChannel] {
  const { shadows, midtones, highlights, preserveLuminosity } = adjustment;
  const channel = (c: 0 | 1 | 2): LevelsChannel => {
    if (preserveLuminosity) {
      const middle = (max(midtones) + min(midtones)) / 2;
      return asLevels(max(shadows) - shadows[c], highlights[c] - min(highlights), midtones[c] - middle);
    }
    return asLevels(
      Math.max(0, -shadows[c]),
      Math.max(0, highlights[c]),
      midtones[c] + (shadows[c] + highlights[c]) / 2,
    );
  };
  return [channel(0), channel(1), channel(2)];
}

function asLevels(black: number, whiteDrop: number, exponent: number): LevelsChannel {
  return {
    inputBlack: black,
    // Opposite extremes could cross; Levels keeps white above black.
    inputWhite: Math.max(255 - whiteDrop, black + MIN_SPAN),
    gamma: Math.round(100 * Math.pow(2, exponent / 100)) / 100,
    outputBlack: 0,
    outputWhite: 255,
  };
}

const max = (triple: ColorBalanceTriple): number => Math.max(triple[0], triple[1], triple[2]);
const min = (triple: ColorBalanceTriple): number => Math.min(triple[0], triple[1], triple[2]);

export function createColorBalanceMapper8(adjustment: ColorBalanceAdjustment): Mapper8 {
  const [red, green, blue] = colorBalanceLevels(adjustment).map(levelsTable8);
  return createTableMapper8({ red, green, blue });
}

export function createColorBalanceMapper(adjustment: ColorBalanceAdjustment): Mapper {
  const channels = colorBalanceLevels(adjustment);
  return (source, target, count) => {
    if (target !== source) target.set(source.length === 3 * count ? source : source.subarray(0, 3 * count));
    channels.forEach((channel, c) => mapByLevels(channel, target, c, 3, count));
  };
}
