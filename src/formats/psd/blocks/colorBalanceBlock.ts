/** 'blnc': int16 × 3 shadows, × 3 midtones, × 3 highlights · uint8 preserve luminosity · a zero. */
import type { ColorBalanceAdjustment, ColorBalanceTriple } from '../../../engine/adjustments';
import { ByteReader } from '../byteReader';
import { ByteWriter } from '../byteWriter';

export function parseColorBalance(bytes: Uint8Array): ColorBalanceAdjustment {
  const reader = new ByteReader(bytes);
  const triple = (): ColorBalanceTriple => [reader.int16(), reader.int16(), reader.int16()];
  return {
    kind: 'colorBalance',
    shadows: triple(),
    midtones: triple(),
    highlights: triple(),
    preserveLuminosity: reader.uint8() !== 0,
  };
}

export function formatColorBalance(adjustment: ColorBalanceAdjustment): Uint8Array {
  const writer = new ByteWriter();
  for (const triple of [adjustment.shadows, adjustment.midtones, adjustment.highlights]) {
    for (const slider of triple) writer.int16(slider);
  }
  writer.uint8(adjustment.preserveLuminosity ? 1 : 0);
  writer.uint8(0);
  return writer.toBytes();
}
