/**
 *   { _obj: 'curves', presetKind, adjustment: [{ _obj: 'curvesAdjustment', channel, curve: [{ _obj: 'paint', horizontal, vertical }, …] }, …] }
 *
 * Points read back as 'paint' ('point' and 'paint' share a four-letter code); straight channels may be missing.
 */
import * as v from 'valibot';
import { IDENTITY_CURVE, type CurvePoints } from '../../engine/adjustments';
import {
  ChannelName,
  channelReference,
  CUSTOM_PRESET,
  type AdjustmentDescriptor,
} from './adjustmentDescriptor';

const Reply = v.looseObject({
  adjustment: v.optional(
    v.array(
      v.looseObject({
        channel: ChannelName,
        curve: v.array(v.looseObject({ horizontal: v.number(), vertical: v.number() })),
      }),
    ),
    [],
  ),
});

const channel = (hostName: string, points: CurvePoints) => ({
  _obj: 'curvesAdjustment',
  channel: channelReference(hostName),
  curve: points.map(({ input, output }) => ({ _obj: 'paint', horizontal: input, vertical: output })),
});

export const curvesDescriptor: AdjustmentDescriptor<'curves'> = {
  build: ({ composite, red, green, blue }) => ({
    _obj: 'curves',
    presetKind: CUSTOM_PRESET,
    adjustment: [
      channel('composite', composite),
      channel('red', red),
      channel('grain', green),
      channel('blue', blue),
    ],
  }),
  parse(reply) {
    const curves = {
      composite: IDENTITY_CURVE,
      red: IDENTITY_CURVE,
      green: IDENTITY_CURVE,
      blue: IDENTITY_CURVE,
    };
    for (const item of v.parse(Reply, reply).adjustment) {
      curves[item.channel] = item.curve.map(({ horizontal, vertical }) => ({
        input: horizontal,
        output: vertical,
      }));
    }
    return { kind: 'curves', ...curves };
  },
};
