/** Hue/Saturation: a master without `localRange` and up to six ranges; when nothing is changed, `adjustment` is absent. */
import {
  DEFAULT_HUE_RANGES,
  HUE_RANGE_NAMES,
  NO_SHIFT,
  type HueRange,
  type HueRangeName,
  type HueSaturationShift,
} from '../../../engine/adjustments';
import { notValid } from '../descriptor';
import { CUSTOM_PRESET, DEFAULT_PRESET, integer, records, type KindRules } from './kindRules';

const HANDLES = ['beginRamp', 'beginSustain', 'endSustain', 'endRamp'] as const;

function shift(item: Record<string, unknown>, colorize: boolean): HueSaturationShift {
  return {
    hue: colorize ? integer(item.hue, 0, 360) : integer(item.hue, -180, 180),
    saturation: integer(item.saturation, colorize ? 0 : -100, 100),
    lightness: integer(item.lightness, -100, 100),
  };
}

function range(item: Record<string, unknown>): HueRange {
  const [beginRamp, beginSustain, endSustain, endRamp] = HANDLES.map(
    (handle) => integer(item[handle], 0, 360) % 360,
  );
  return { ...shift(item, false), beginRamp, beginSustain, endSustain, endRamp };
}

const rangeName = (localRange: unknown): HueRangeName => HUE_RANGE_NAMES[integer(localRange, 1, 6) - 1];

export const hueSaturationRules: KindRules = {
  initial: { _obj: 'hueSaturation', presetKind: DEFAULT_PRESET, colorize: false },
  accept(to) {
    const colorize = to.colorize === true;
    const kept = records(to.adjustment).flatMap((item) => {
      if (item._obj !== 'hueSatAdjustmentV2') throw notValid('Set');
      if (item.localRange === undefined) return [{ _obj: 'hueSatAdjustmentV2', ...shift(item, colorize) }];
      const value = range(item);
      const usual = DEFAULT_HUE_RANGES[rangeName(item.localRange)];
      const changed = Object.entries(value).some(([key, v]) => usual[key as keyof HueRange] !== v);
      return changed ? [{ _obj: 'hueSatAdjustmentV2', localRange: item.localRange, ...value }] : [];
    });
    const changed = kept.some(
      (item) => 'localRange' in item || item.hue || item.saturation || item.lightness,
    );
    return {
      _obj: 'hueSaturation',
      presetKind: CUSTOM_PRESET,
      colorize,
      ...(changed ? { adjustment: kept } : {}),
    };
  },
  toAdjustment(stored) {
    if (!stored.adjustment) return null;
    const colorize = stored.colorize === true;
    let master = NO_SHIFT;
    const ranges = { ...DEFAULT_HUE_RANGES };
    for (const item of records(stored.adjustment)) {
      if (item.localRange === undefined) master = shift(item, colorize);
      else ranges[rangeName(item.localRange)] = range(item);
    }
    return { kind: 'hueSaturation', colorize, master, ranges };
  },
};
