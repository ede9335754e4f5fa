/** Adjustments that treat the three channels apart are, in 8-bit documents, three tables of 256 codes. */
import type { Mapper8 } from './mapper';

/** The codes that red, green and blue turn into; each table has 256 entries. */
export interface ChannelTables8 {
  readonly red: Uint8Array;
  readonly green: Uint8Array;
  readonly blue: Uint8Array;
}

/** `first`, then `second`: the table of two adjustments of one channel with 8-bit rounding between them. */
export function chainTables8(first: Uint8Array, second: Uint8Array): Uint8Array {
  return first.map((code) => second[code]);
}

export function createTableMapper8({ red, green, blue }: ChannelTables8): Mapper8 {
  return (source, target, count, channels) => {
    for (let i = 0, end = count * channels; i < end; i += channels) {
      target[i] = red[source[i]];
      target[i + 1] = green[source[i + 1]];
      target[i + 2] = blue[source[i + 2]];
      if (channels === 4) target[i + 3] = source[i + 3];
    }
  };
}
