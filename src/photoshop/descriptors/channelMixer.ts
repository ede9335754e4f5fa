/**
 *   { _obj: 'channelMixer', presetKind, monochromatic, red: { _obj: 'channelMatrix', red: %, grain: %, blue: %, constant: % }, grain: {…}, blue: {…} }
 *
 * Green goes by 'grain' both ways ('green' is refused); a row that is left out becomes zero. With `monochromatic`
 * there is the one row 'gray'.
 */
import * as v from 'valibot';
import type { ChannelMixerRow } from '../../engine/adjustments';
import { CUSTOM_PRESET, Percent, percent, type AdjustmentDescriptor } from './adjustmentDescriptor';

const NOTHING: ChannelMixerRow = { red: 0, green: 0, blue: 0, constant: 0 };

const Cell = v.optional(Percent, { _value: 0 });

const Row = v.pipe(
  v.looseObject({ red: Cell, grain: Cell, blue: Cell, constant: Cell }),
  v.transform(({ red, grain, blue, constant }): ChannelMixerRow => ({ red, green: grain, blue, constant })),
);

const Reply = v.looseObject({
  monochromatic: v.optional(v.boolean(), false),
  red: v.optional(Row),
  grain: v.optional(Row),
  blue: v.optional(Row),
  gray: v.optional(Row),
});

const row = ({ red, green, blue, constant }: ChannelMixerRow) => ({
  _obj: 'channelMatrix',
  red: percent(red),
  grain: percent(green),
  blue: percent(blue),
  constant: percent(constant),
});

export const channelMixerDescriptor: AdjustmentDescriptor<'channelMixer'> = {
  build: ({ monochrome, red, green, blue }) => ({
    _obj: 'channelMixer',
    presetKind: CUSTOM_PRESET,
    monochromatic: monochrome,
    ...(monochrome ? { gray: row(red) } : { red: row(red), grain: row(green), blue: row(blue) }),
  }),
  parse(reply) {
    const { monochromatic, red, grain, blue, gray } = v.parse(Reply, reply);
    return {
      kind: 'channelMixer',
      monochrome: monochromatic,
      red: (monochromatic ? gray : red) ?? NOTHING,
      green: grain ?? NOTHING,
      blue: blue ?? NOTHING,
    };
  },
};
