/**
 * Curves: the channel's curve first, the composite curve on its result. In 8-bit documents both are tables, with a
 * rounding to whole levels between them; ties round to even.
 */
import type { CurvePoints, CurvesAdjustment } from '../adjustments';
import { chainTables8, createTableMapper8, type ChannelTables8 } from './channelTables8';
import type { Mapper, Mapper8 } from './mapper';
import { evaluateSpline, isIdentitySpline, mapBySpline, naturalSpline } from './naturalSpline';

/** Sums of products come out a hair off the exact tie; ties are decided after rounding to this many parts. */
const TIE_RESOLUTION = 1e9;

/** The 256 output codes of one curve. */
export function curveTable8(points: CurvePoints): Uint8Array {
  const spline = naturalSpline(points);
  return Uint8Array.from({ length: 256 }, (_, level) => roundHalfEven(evaluateSpline(spline, level)));
}

function roundHalfEven(value: number): number {
  const steady = Math.round(value * TIE_RESOLUTION) / TIE_RESOLUTION;
  const floor = Math.floor(steady);
  const fraction = steady - floor;
  if (fraction !== 0.5) return Math.round(steady);
  return floor % 2 === 0 ? floor : floor + 1;
}

export function curvesTables8(adjustment: CurvesAdjustment): ChannelTables8 {
  const composite = curveTable8(adjustment.composite);
  return {
    red: chainTables8(curveTable8(adjustment.red), composite),
    green: chainTables8(curveTable8(adjustment.green), composite),
    blue: chainTables8(curveTable8(adjustment.blue), composite),
  };
}

export function createCurvesMapper8(adjustment: CurvesAdjustment): Mapper8 {
  return createTableMapper8(curvesTables8(adjustment));
}

export function createCurvesMapper(adjustment: CurvesAdjustment): Mapper {
  const channels = [adjustment.red, adjustment.green, adjustment.blue].map(naturalSpline);
  const composite = naturalSpline(adjustment.composite);
  const compositeActs = !isIdentitySpline(composite);
  return (source, target, count) => {
    if (target !== source) target.set(source.length === 3 * count ? source : source.subarray(0, 3 * count));
    channels.forEach((spline, c) => mapBySpline(spline, target, c, 3, count));
    if (compositeActs) mapBySpline(composite, target, 0, 1, 3 * count);
  };
}
