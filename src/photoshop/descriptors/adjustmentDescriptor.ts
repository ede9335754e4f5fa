import type { ActionDescriptor } from 'photoshop';
import * as v from 'valibot';
import type { AdjustmentKind, AdjustmentOf } from '../../engine/adjustments';

/** One kind of adjustment layer in the language of batchPlay. */
export interface AdjustmentDescriptor<K extends AdjustmentKind> {
  /** The object that `set` takes. */
  build(adjustment: AdjustmentOf<K>): ActionDescriptor;
  /**
   * What Photoshop gives back, in the spelling of any version.
   * @throws ValiError when it is something else.
   */
  parse(reply: unknown): AdjustmentOf<K>;
}

export const CUSTOM_PRESET = { _enum: 'presetKindType', _value: 'presetKindCustom' } as const;

export const channelReference = (name: string) =>
  ({ _ref: 'channel', _enum: 'channel', _value: name }) as const;

/**
 * Names of channels in replies. Green comes back as 'grain': both names share the four-letter code 'Grn '.
 */
export const ChannelName = v.pipe(
  v.looseObject({ _value: v.picklist(['composite', 'red', 'green', 'grain', 'blue']) }),
  v.transform(({ _value }) => (_value === 'grain' ? 'green' : _value)),
);

export const Percent = v.pipe(
  v.looseObject({ _value: v.number() }),
  v.transform(({ _value }) => _value),
);

export const percent = (value: number) => ({ _unit: 'percentUnit', _value: value }) as const;
