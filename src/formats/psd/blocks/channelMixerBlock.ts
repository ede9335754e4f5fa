/** 'mixr': uint16 version 1 · uint16 monochrome · four rows of int16: the share of four channels, a constant. */
import type { ChannelMixerAdjustment, ChannelMixerRow } from '../../../engine/adjustments';
import { ByteReader } from '../byteReader';
import { ByteWriter } from '../byteWriter';

export function parseChannelMixer(bytes: Uint8Array): ChannelMixerAdjustment {
  const reader = new ByteReader(bytes);
  reader.skip(2);
  const monochrome = reader.uint16() !== 0;
  const row = (): ChannelMixerRow => {
    const red = reader.int16();
    const green = reader.int16();
    const blue = reader.int16();
    reader.skip(2);
    return { red, green, blue, constant: reader.int16() };
  };
  return { kind: 'channelMixer', monochrome, red: row(), green: row(), blue: row() };
}

export function formatChannelMixer({ monochrome, red, green, blue }: ChannelMixerAdjustment): Uint8Array {
  const writer = new ByteWriter();
  writer.uint16(1);
  writer.uint16(monochrome ? 1 : 0);
  for (const row of [red, green, blue]) {
    for (const share of [row.red, row.green, row.blue, 0, row.constant]) writer.int16(share);
  }
  // The row of the fourth channel, which RGB documents do not have, leaves it as it is.
  for (const share of [0, 0, 0, 100, 0]) writer.int16(share);
  return writer.toBytes();
}
