/**
 *   { _obj: 'levels', presetKind, adjustment: [{ _obj: 'levelsAdjustment', channel, input: [b, w], gamma, output: [b, w] }, …] }
 *
 * Fields at their defaults may be missing in replies.
 */
import * as v from 'valibot';
import type { LevelsChannel } from '../../engine/adjustments';
import {
  ChannelName,
  channelReference,
  CUSTOM_PRESET,
  type AdjustmentDescriptor,
} from './adjustmentDescriptor';

const Pair = v.tuple([v.number(), v.number()]);

const Reply = v.looseObject({
  adjustment: v.optional(
    v.array(
      v.looseObject({
        channel: ChannelName,
        input: v.optional(Pair, [0, 255]),
        gamma: v.optional(v.number(), 1),
        output: v.optional(Pair, [0, 255]),
      }),
    ),
    [],
  ),
});

const IDENTITY: LevelsChannel = {
  inputBlack: 0,
  inputWhite: 255,
  gamma: 1,
  outputBlack: 0,
  outputWhite: 255,
};

const channel = (hostName: string, levels: LevelsChannel) => ({
  _obj: 'levelsAdjustment',
  channel: channelReference(hostName),
  input: [levels.inputBlack, levels.inputWhite],
  gamma: levels.gamma,
  output: [levels.outputBlack, levels.outputWhite],
});

export const levelsDescriptor: AdjustmentDescriptor<'levels'> = {
  build: ({ composite, red, green, blue }) => ({
    _obj: 'levels',
    presetKind: CUSTOM_PRESET,
    adjustment: [
      channel('composite', composite),
      channel('red', red),
      channel('grain', green),
      channel('blue', blue),
    ],
  }),
  parse(reply) {
    const channels = { composite: IDENTITY, red: IDENTITY, green: IDENTITY, blue: IDENTITY };
    for (const item of v.parse(Reply, reply).adjustment) {
      channels[item.channel] = {
        inputBlack: item.input[0],
        inputWhite: item.input[1],
        // Photoshop computes with two decimals, and answers with what single precision makes of them.
        gamma: Math.round(100 * item.gamma) / 100,
        outputBlack: item.output[0],
        outputWhite: item.output[1],
      };
    }
    return { kind: 'levels', ...channels };
  },
};
