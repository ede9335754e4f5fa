/**
 * Levels: stretch between the input black and white, gamma, squeeze into the output range; the channel first, the
 * composite on its result. In 8-bit documents a gamma other than 1 rounds three times: after the stretch, after the
 * gamma and after the output range.
 */
import type { LevelsAdjustment, LevelsChannel } from '../adjustments';
import { chainTables8, createTableMapper8 } from './channelTables8';
import { levelsGamma } from './levelsGamma';
import type { Mapper, Mapper8 } from './mapper';

const clip = (value: number, max: number): number => (value > 0 ? (value < max ? value : max) : 0);
const roundHalfUp = (value: number): number => Math.floor(value + 0.5);

/** The 256 output codes of one channel of Levels. */
export function levelsTable8(channel: LevelsChannel): Uint8Array {
  const { inputBlack, inputWhite, gamma, outputBlack, outputWhite } = channel;
  const table = new Uint8Array(256);
  for (let code = 0; code < 256; code++) {
    let level = clip(((code - inputBlack) * 255) / (inputWhite - inputBlack), 255);
    if (gamma !== 1) level = roundHalfUp(255 * levelsGamma(roundHalfUp(level) / 255, gamma));
    table[code] = roundHalfUp(outputBlack + ((outputWhite - outputBlack) * level) / 255);
  }
  return table;
}

/** One channel of Levels on a value in [0, 1], without roundings. */
export function levelsCurve(channel: LevelsChannel, value: number): number {
  const { inputBlack, inputWhite, gamma, outputBlack, outputWhite } = channel;
  const stretched = clip((value * 255 - inputBlack) / (inputWhite - inputBlack), 1);
  const curved = gamma === 1 ? stretched : levelsGamma(stretched, gamma);
  return (outputBlack + (outputWhite - outputBlack) * curved) / 255;
}

export function createLevelsMapper8({ composite, red, green, blue }: LevelsAdjustment): Mapper8 {
  const last = levelsTable8(composite);
  return createTableMapper8({
    red: chainTables8(levelsTable8(red), last),
    green: chainTables8(levelsTable8(green), last),
    blue: chainTables8(levelsTable8(blue), last),
  });
}

export function createLevelsMapper({ composite, red, green, blue }: LevelsAdjustment): Mapper {
  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      target[i] = levelsCurve(composite, levelsCurve(red, source[i]));
      target[i + 1] = levelsCurve(composite, levelsCurve(green, source[i + 1]));
      target[i + 2] = levelsCurve(composite, levelsCurve(blue, source[i + 2]));
    }
  };
}
