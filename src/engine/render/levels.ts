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

/** Maps every `stride`-th of the values in place by one channel of Levels, without roundings; values are in [0, 1]. */
export function mapByLevels(
  channel: LevelsChannel,
  values: Float32Array,
  offset: number,
  stride: number,
  count: number,
): void {
  const { gamma } = channel;
  const scale = 255 / (channel.inputWhite - channel.inputBlack);
  const shift = (-channel.inputBlack * scale) / 255;
  const low = channel.outputBlack / 255;
  const range = (channel.outputWhite - channel.outputBlack) / 255;
  for (let i = offset, end = offset + stride * count; i < end; i += stride) {
    const stretched = clip(values[i] * scale + shift, 1);
    values[i] = low + range * (gamma === 1 ? stretched : levelsGamma(stretched, gamma));
  }
}

/** Whether the channel leaves every value as it is. */
export const isIdentityLevels = (channel: LevelsChannel): boolean =>
  channel.gamma === 1 &&
  channel.inputBlack === 0 &&
  channel.inputWhite === 255 &&
  channel.outputBlack === 0 &&
  channel.outputWhite === 255;

export function createLevelsMapper8({ composite, red, green, blue }: LevelsAdjustment): Mapper8 {
  const last = levelsTable8(composite);
  return createTableMapper8({
    red: chainTables8(levelsTable8(red), last),
    green: chainTables8(levelsTable8(green), last),
    blue: chainTables8(levelsTable8(blue), last),
  });
}

export function createLevelsMapper({ composite, red, green, blue }: LevelsAdjustment): Mapper {
  const channels = [red, green, blue];
  const compositeActs = !isIdentityLevels(composite);
  return (source, target, count) => {
    if (target !== source) target.set(source.length === 3 * count ? source : source.subarray(0, 3 * count));
    channels.forEach((channel, c) => mapByLevels(channel, target, c, 3, count));
    if (compositeActs) mapByLevels(composite, target, 0, 1, 3 * count);
  };
}
