/** Channel Mixer: each output channel is a weighted sum of the three input channels and a constant. */
import type { ChannelMixerAdjustment, ChannelMixerRow } from '../adjustments';
import type { Mapper, Mapper8 } from './mapper';

const rowsOf = (a: ChannelMixerAdjustment): readonly ChannelMixerRow[] =>
  a.monochrome ? [a.red, a.red, a.red] : [a.red, a.green, a.blue];

/** Row-major 3×3 factors and three constants, as fractions. */
function matrixOf(adjustment: ChannelMixerAdjustment): { factors: Float64Array; constants: Float64Array } {
  const rows = rowsOf(adjustment);
  return {
    factors: Float64Array.from(rows.flatMap((row) => [row.red / 100, row.green / 100, row.blue / 100])),
    constants: Float64Array.from(rows.map((row) => row.constant / 100)),
  };
}

export function createChannelMixerMapper8(adjustment: ChannelMixerAdjustment): Mapper8 {
  const { factors: f, constants: k } = matrixOf(adjustment);
  return (source, target, count, channels) => {
    for (let i = 0, end = count * channels; i < end; i += channels) {
      const red = source[i];
      const green = source[i + 1];
      const blue = source[i + 2];
      target[i] = round8(f[0] * red + f[1] * green + f[2] * blue + 255 * k[0]);
      target[i + 1] = round8(f[3] * red + f[4] * green + f[5] * blue + 255 * k[1]);
      target[i + 2] = round8(f[6] * red + f[7] * green + f[8] * blue + 255 * k[2]);
      if (channels === 4) target[i + 3] = source[i + 3];
    }
  };
}

export function createChannelMixerMapper(adjustment: ChannelMixerAdjustment): Mapper {
  const { factors: f, constants: k } = matrixOf(adjustment);
  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      const red = source[i];
      const green = source[i + 1];
      const blue = source[i + 2];
      target[i] = clip1(f[0] * red + f[1] * green + f[2] * blue + k[0]);
      target[i + 1] = clip1(f[3] * red + f[4] * green + f[5] * blue + k[1]);
      target[i + 2] = clip1(f[6] * red + f[7] * green + f[8] * blue + k[2]);
    }
  };
}

const clip1 = (value: number): number => (value > 0 ? (value < 1 ? value : 1) : 0);
const round8 = (value: number): number => (value > 0 ? (value < 255 ? Math.floor(value + 0.5) : 255) : 0);
