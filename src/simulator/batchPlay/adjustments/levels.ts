/** Levels: black, white and gamma of the input, black and white of the output, a channel. */
import type { LevelsChannel } from '../../../engine/adjustments';
import { notValid } from '../descriptor';
import {
  channelName,
  channelReference,
  CUSTOM_PRESET,
  DEFAULT_PRESET,
  integer,
  records,
  type KindRules,
} from './kindRules';

const IDENTITY: LevelsChannel = {
  inputBlack: 0,
  inputWhite: 255,
  gamma: 1,
  outputBlack: 0,
  outputWhite: 255,
};

function pair(value: unknown): [number, number] {
  if (!Array.isArray(value) || value.length !== 2) throw notValid('Set');
  return [integer(value[0], 0, 255), integer(value[1], 0, 255)];
}

export const levelsRules: KindRules = {
  initial: { _obj: 'levels', presetKind: DEFAULT_PRESET },
  accept(to) {
    const adjustment = records(to.adjustment).map((item) => {
      if (item._obj !== 'levelsAdjustment') throw notValid('Set');
      const input = pair(item.input ?? [0, 255]);
      if (input[1] < input[0] + 2) throw notValid('Set');
      const gamma = item.gamma ?? 1;
      if (typeof gamma !== 'number' || !(gamma >= 0.1 && gamma <= 9.99)) throw notValid('Set');
      return {
        _obj: 'levelsAdjustment',
        channel: channelReference(channelName(item.channel)),
        input,
        gamma: Math.round(100 * gamma) / 100,
        output: pair(item.output ?? [0, 255]),
      };
    });
    return { _obj: 'levels', presetKind: CUSTOM_PRESET, adjustment };
  },
  toAdjustment(stored) {
    if (!stored.adjustment) return null;
    const channels: Record<string, LevelsChannel> = {};
    for (const item of records(stored.adjustment)) {
      const input = pair(item.input);
      const output = pair(item.output);
      channels[channelName(item.channel)] = {
        inputBlack: input[0],
        inputWhite: input[1],
        gamma: Number(item.gamma),
        outputBlack: output[0],
        outputWhite: output[1],
      };
    }
    const of = (name: string): LevelsChannel => channels[name] ?? IDENTITY;
    return {
      kind: 'levels',
      composite: of('composite'),
      red: of('red'),
      green: of('grain'),
      blue: of('blue'),
    };
  },
};
