import type { Adjustment } from '../../../engine/adjustments';
import { isRecord, notValid, type Descriptor } from '../descriptor';

/** How Photoshop treats the settings of one kind of adjustment layer. */
export interface KindRules {
  /** What a layer holds that was made without values. */
  readonly initial: Descriptor;
  /**
   * What a layer holds after `set`; the shape in which `get` answers.
   * @throws Refusal when Photoshop would refuse the descriptor.
   */
  accept(to: Descriptor): Descriptor;
  /** What the layer does; null when it leaves the picture as it is. */
  toAdjustment(stored: Descriptor): Adjustment | null;
}

export const CUSTOM_PRESET = { _enum: 'presetKindType', _value: 'presetKindCustom' } as const;
export const DEFAULT_PRESET = { _enum: 'presetKindType', _value: 'presetKindDefault' } as const;

/** @throws Refusal unless `value` is a number in [min, max]; fractions are rounded, as the fields hold integers. */
export function integer(value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw notValid('Set');
  const rounded = Math.round(value);
  if (rounded < min || rounded > max) throw notValid('Set');
  return rounded;
}

/** @throws Refusal unless `value` is `{ _unit: 'percentUnit', _value }` in [min, max]. */
export function percent(value: unknown, min: number, max: number): { _unit: 'percentUnit'; _value: number } {
  if (!isRecord(value) || value._unit !== 'percentUnit') throw notValid('Set');
  return { _unit: 'percentUnit', _value: integer(value._value, min, max) };
}

/** @throws Refusal unless `value` is a list of records. */
export function records(value: unknown): readonly Record<string, unknown>[] {
  if (!Array.isArray(value) || !value.every(isRecord)) throw notValid('Set');
  return value;
}

/**
 * Channel names: 'green' is taken, but reads back as 'grain', because both names share one four-letter code.
 * @throws Refusal for anything but the composite and the three colors.
 */
export function channelName(value: unknown): 'composite' | 'red' | 'grain' | 'blue' {
  if (!isRecord(value) || value._ref !== 'channel' || value._enum !== 'channel') throw notValid('Set');
  switch (value._value) {
    case 'composite':
    case 'red':
    case 'blue':
    case 'grain':
      return value._value;
    case 'green':
      return 'grain';
    default:
      throw notValid('Set');
  }
}

export const channelReference = (name: string): Record<string, string> => ({
  _ref: 'channel',
  _enum: 'channel',
  _value: name,
});
