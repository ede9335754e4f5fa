/** Channel Mixer: a row of percents an output channel. A row that is missing becomes zero, not identity; 'green' is refused as a key. */
import type { ChannelMixerRow } from '../../../engine/adjustments';
import { isRecord, notValid } from '../descriptor';
import { CUSTOM_PRESET, DEFAULT_PRESET, percent, type KindRules } from './kindRules';

const ZERO = { _unit: 'percentUnit', _value: 0 } as const;
const FULL = { _unit: 'percentUnit', _value: 100 } as const;
const KEYS = ['red', 'grain', 'blue', 'constant'] as const;

const acceptRow = (value: unknown): Record<string, unknown> => {
  const row: Record<string, unknown> = {
    _obj: 'channelMatrix',
    red: ZERO,
    grain: ZERO,
    blue: ZERO,
    constant: ZERO,
  };
  if (value === undefined) return row;
  if (!isRecord(value) || value._obj !== 'channelMatrix' || 'green' in value) throw notValid('Set');
  for (const key of KEYS) if (value[key] !== undefined) row[key] = percent(value[key], -200, 200);
  return row;
};

const unit = (key: (typeof KEYS)[number]): Record<string, unknown> => ({
  ...acceptRow(undefined),
  [key]: FULL,
});

function row(value: unknown): ChannelMixerRow {
  const cells = acceptRow(value);
  const of = (key: (typeof KEYS)[number]): number => percent(cells[key], -200, 200)._value;
  return { red: of('red'), green: of('grain'), blue: of('blue'), constant: of('constant') };
}

export const channelMixerRules: KindRules = {
  initial: {
    _obj: 'channelMixer',
    presetKind: DEFAULT_PRESET,
    monochromatic: false,
    red: unit('red'),
    grain: unit('grain'),
    blue: unit('blue'),
  },
  accept(to) {
    if ('green' in to) throw notValid('Set');
    const monochromatic = to.monochromatic === true;
    const rows = monochromatic
      ? { gray: acceptRow(to.gray) }
      : { red: acceptRow(to.red), grain: acceptRow(to.grain), blue: acceptRow(to.blue) };
    return { _obj: 'channelMixer', presetKind: CUSTOM_PRESET, monochromatic, ...rows };
  },
  toAdjustment(stored) {
    const monochrome = stored.monochromatic === true;
    const first = row(monochrome ? stored.gray : stored.red);
    return { kind: 'channelMixer', monochrome, red: first, green: row(stored.grain), blue: row(stored.blue) };
  },
};
