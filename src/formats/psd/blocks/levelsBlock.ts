/** 'levl': uint16 version 2 · 29 records of int16: input black, input white, output black, output white, 100 · gamma. */
import type { LevelsAdjustment, LevelsChannel } from '../../../engine/adjustments';
import { ByteReader } from '../byteReader';
import { ByteWriter } from '../byteWriter';
import { RGB_RECORDS, type ChannelRecords } from './channelRecords';

const RECORDS = 29;
const IDENTITY: LevelsChannel = {
  inputBlack: 0,
  inputWhite: 255,
  gamma: 1,
  outputBlack: 0,
  outputWhite: 255,
};

export function parseLevels(bytes: Uint8Array, records: ChannelRecords = RGB_RECORDS): LevelsAdjustment {
  const record = (index: number): LevelsChannel => {
    const reader = new ByteReader(bytes);
    reader.skip(2 + 10 * index);
    const inputBlack = reader.int16();
    const inputWhite = reader.int16();
    const outputBlack = reader.int16();
    const outputWhite = reader.int16();
    return { inputBlack, inputWhite, outputBlack, outputWhite, gamma: reader.int16() / 100 };
  };
  const [red, green, blue] = records;
  return { kind: 'levels', composite: record(0), red: record(red), green: record(green), blue: record(blue) };
}

export function formatLevels({ composite, red, green, blue }: LevelsAdjustment): Uint8Array {
  const writer = new ByteWriter();
  writer.uint16(2);
  const records = [composite, red, green, blue];
  for (let i = 0; i < RECORDS; i++) {
    const channel = records[i] ?? IDENTITY;
    writer.int16(channel.inputBlack);
    writer.int16(channel.inputWhite);
    writer.int16(channel.outputBlack);
    writer.int16(channel.outputWhite);
    writer.int16(Math.round(channel.gamma * 100));
  }
  return writer.toBytes();
}
