/**
 * 'hue2': uint16 version 2 · uint8 colorize · zero · int16 × 3 colorize hue, saturation, lightness · int16 × 3 master ·
 * six ranges of int16: begin ramp, begin sustain, end sustain, end ramp, hue, saturation, lightness.
 * Photoshop 2026 adds 36 bytes of the interface's own; they are not needed.
 */
import {
  HUE_RANGE_NAMES,
  NO_SHIFT,
  type HueRange,
  type HueRangeName,
  type HueSaturationAdjustment,
  type HueSaturationShift,
} from '../../../engine/adjustments';
import { ByteReader } from '../byteReader';
import { ByteWriter } from '../byteWriter';

/** What the Colorize sliders show when the box is first ticked. */
const COLORIZE_DEFAULT: HueSaturationShift = { hue: 0, saturation: 25, lightness: 0 };

export function parseHueSaturation(bytes: Uint8Array): HueSaturationAdjustment {
  const reader = new ByteReader(bytes);
  reader.skip(2);
  const colorize = reader.uint8() !== 0;
  reader.skip(1);
  const shift = (): HueSaturationShift => ({
    hue: reader.int16(),
    saturation: reader.int16(),
    lightness: reader.int16(),
  });
  const colorizeShift = shift();
  const masterShift = shift();
  const range = (): HueRange => ({
    beginRamp: reader.int16(),
    beginSustain: reader.int16(),
    endSustain: reader.int16(),
    endRamp: reader.int16(),
    ...shift(),
  });
  const ranges = Object.fromEntries(HUE_RANGE_NAMES.map((name) => [name, range()])) as Record<
    HueRangeName,
    HueRange
  >;
  return { kind: 'hueSaturation', colorize, master: colorize ? colorizeShift : masterShift, ranges };
}

export function formatHueSaturation({ colorize, master, ranges }: HueSaturationAdjustment): Uint8Array {
  const writer = new ByteWriter();
  const putShift = ({ hue, saturation, lightness }: HueSaturationShift): void => {
    writer.int16(hue);
    writer.int16(saturation);
    writer.int16(lightness);
  };
  writer.uint16(2);
  writer.uint8(colorize ? 1 : 0);
  writer.uint8(0);
  putShift(colorize ? master : COLORIZE_DEFAULT);
  putShift(colorize ? NO_SHIFT : master);
  for (const name of HUE_RANGE_NAMES) {
    const range = ranges[name];
    writer.int16(range.beginRamp);
    writer.int16(range.beginSustain);
    writer.int16(range.endSustain);
    writer.int16(range.endRamp);
    putShift(range);
  }
  return writer.toBytes();
}
