/** 'selc': uint16 version 1 · uint16 method (0 relative) · ten records of int16 cyan, magenta, yellow, black; the first is unused. */
import {
  SELECTIVE_COLOR_NAMES,
  type InkShift,
  type SelectiveColorAdjustment,
  type SelectiveColorName,
} from '../../../engine/adjustments';
import { ByteReader } from '../byteReader';
import { ByteWriter } from '../byteWriter';

const RECORD_BYTES = 8;

export function parseSelectiveColor(bytes: Uint8Array): SelectiveColorAdjustment {
  const reader = new ByteReader(bytes);
  reader.skip(2);
  const method = reader.uint16() === 1 ? 'absolute' : 'relative';
  reader.skip(RECORD_BYTES);
  const inks = (): InkShift => ({
    cyan: reader.int16(),
    magenta: reader.int16(),
    yellow: reader.int16(),
    black: reader.int16(),
  });
  const colors = Object.fromEntries(SELECTIVE_COLOR_NAMES.map((name) => [name, inks()])) as Record<
    SelectiveColorName,
    InkShift
  >;
  return { kind: 'selectiveColor', method, colors };
}

export function formatSelectiveColor({ method, colors }: SelectiveColorAdjustment): Uint8Array {
  const writer = new ByteWriter();
  writer.uint16(1);
  writer.uint16(method === 'absolute' ? 1 : 0);
  writer.zeros(RECORD_BYTES);
  for (const name of SELECTIVE_COLOR_NAMES) {
    const { cyan, magenta, yellow, black } = colors[name];
    for (const ink of [cyan, magenta, yellow, black]) writer.int16(ink);
  }
  return writer.toBytes();
}
