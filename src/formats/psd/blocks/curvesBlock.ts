/**
 * 'curv': uint8 kind (0 points, 1 free-hand maps) · uint16 version · uint32 channels · the curves · 'Crv ' tail.
 * In version 1 `channels` is a bit a channel (bit 0 the composite), in version 4 a count, and each curve then begins
 * with its channel. Points are stored as output, input.
 */
import {
  IDENTITY_CURVE,
  type CurvePoint,
  type CurvePoints,
  type CurvesAdjustment,
} from '../../../engine/adjustments';
import { ByteReader } from '../byteReader';
import { ByteWriter } from '../byteWriter';
import { RGB_RECORDS, type ChannelRecords } from './channelRecords';

/** Curves by channel, 0 the composite; a free-hand curve is a table of 256 codes. */
export type StoredCurves = ReadonlyMap<number, CurvePoints | Uint8Array>;

const COMPOSITE = 0;

export function parseStoredCurves(bytes: Uint8Array): StoredCurves {
  const reader = new ByteReader(bytes);
  const freehand = reader.uint8() === 1;
  const version = reader.uint16();
  const channels = reader.uint32();
  const curves = new Map<number, CurvePoints | Uint8Array>();
  const readCurve = (): CurvePoints | Uint8Array => (freehand ? reader.take(256) : readPoints(reader));
  if (version === 1) {
    for (let channel = 0; channel < 32; channel++) {
      if (((channels >>> channel) & 1) === 1) curves.set(channel, readCurve());
    }
  } else {
    for (let i = 0; i < channels; i++) curves.set(reader.uint16(), readCurve());
  }
  return curves;
}

function readPoints(reader: ByteReader): CurvePoints {
  const points = Array.from({ length: reader.uint16() }, (): CurvePoint => {
    const output = reader.int16();
    return { input: reader.int16(), output };
  });
  return points.sort((a, b) => a.input - b.input);
}

/** @returns null when a curve is drawn free-hand: such curves are tables, not points. */
export function parseCurves(
  bytes: Uint8Array,
  records: ChannelRecords = RGB_RECORDS,
): CurvesAdjustment | null {
  const curves = parseStoredCurves(bytes);
  const points = [COMPOSITE, ...records].map((channel) => curves.get(channel) ?? IDENTITY_CURVE);
  const [composite, red, green, blue] = points;
  if (
    composite instanceof Uint8Array ||
    red instanceof Uint8Array ||
    green instanceof Uint8Array ||
    blue instanceof Uint8Array
  ) {
    return null;
  }
  return { kind: 'curves', composite, red, green, blue };
}

export function formatCurves({ composite, red, green, blue }: CurvesAdjustment): Uint8Array {
  const curves = [composite, red, green, blue].map((points, channel) => ({ channel, points }));
  const writer = new ByteWriter();
  writer.uint8(0);
  writer.uint16(1);
  writer.uint32(0b1111);
  for (const { points } of curves) writePoints(writer, points);
  writer.ascii('Crv ');
  writer.uint16(4);
  writer.uint32(curves.length);
  for (const { channel, points } of curves) {
    writer.uint16(channel);
    writePoints(writer, points);
  }
  writer.pad(4);
  return writer.toBytes();
}

function writePoints(writer: ByteWriter, points: CurvePoints): void {
  writer.uint16(points.length);
  for (const { input, output } of points) {
    writer.uint16(output);
    writer.uint16(input);
  }
}
