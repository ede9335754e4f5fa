/**
 * Adjustments in 16-bit documents: the smooth form, rounded to Photoshop's grid 0…32768 after every layer. Kinds that
 * treat the channels apart are tables over that grid.
 */
import type { Adjustment, AdjustmentKind } from '../adjustments';
import type { Mapper } from './mapper';
import { createAdjustmentMapper } from './renderAdjustment';

/** White in Photoshop's 16-bit documents. */
export const WHITE_16 = 32768;

/** Pixels that are converted to float at a time. */
const CHUNK = 4096;

const IS_CHANNELWISE: Readonly<Record<AdjustmentKind, boolean>> = {
  curves: true,
  levels: true,
  colorBalance: true,
  hueSaturation: false,
  channelMixer: false,
  selectiveColor: false,
  colorLookup: false,
};

/** Maps `count` interleaved pixels of codes 0…32768; with `channels` 4 the fourth value is copied. In place is allowed. */
export type Mapper16 = (source: Uint16Array, target: Uint16Array, count: number, channels: 3 | 4) => void;

/** The adjustment in a 16-bit document. */
export function createAdjustmentMapper16(adjustment: Adjustment): Mapper16 {
  const mapper = createAdjustmentMapper(adjustment);
  return IS_CHANNELWISE[adjustment.kind] ? tableMapper16(mapper) : quantizeMapper(mapper);
}

/** The three channels of a gray ramp are the three tables. */
function tableMapper16(mapper: Mapper): Mapper16 {
  const ramp = Float32Array.from({ length: 3 * (WHITE_16 + 1) }, (_, i) => Math.floor(i / 3) / WHITE_16);
  mapper(ramp, ramp, WHITE_16 + 1);
  const table = Uint16Array.from(ramp, (value) => Math.round(value * WHITE_16));
  return (source, target, count, channels) => {
    for (let i = 0, end = count * channels; i < end; i += channels) {
      target[i] = table[3 * source[i]];
      target[i + 1] = table[3 * source[i + 1] + 1];
      target[i + 2] = table[3 * source[i + 2] + 2];
      if (channels === 4) target[i + 3] = source[i + 3];
    }
  };
}

function quantizeMapper(mapper: Mapper): Mapper16 {
  const buffer = new Float32Array(3 * CHUNK);
  return (source, target, count, channels) => {
    for (let start = 0; start < count; start += CHUNK) {
      const length = Math.min(CHUNK, count - start);
      for (let p = 0, i = start * channels; p < 3 * length; p += 3, i += channels) {
        buffer[p] = source[i] / WHITE_16;
        buffer[p + 1] = source[i + 1] / WHITE_16;
        buffer[p + 2] = source[i + 2] / WHITE_16;
      }
      mapper(buffer, buffer, length);
      for (let p = 0, i = start * channels; p < 3 * length; p += 3, i += channels) {
        target[i] = Math.round(buffer[p] * WHITE_16);
        target[i + 1] = Math.round(buffer[p + 1] * WHITE_16);
        target[i + 2] = Math.round(buffer[p + 2] * WHITE_16);
        if (channels === 4) target[i + 3] = source[i + 3];
      }
    }
  };
}
