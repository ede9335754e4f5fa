/**
 *   { _obj: 'hueSaturation', presetKind, colorize, adjustment: [
 *       { _obj: 'hueSatAdjustmentV2', hue, saturation, lightness },                                       // master
 *       { …, localRange: 1…6, beginRamp, beginSustain, endSustain, endRamp, hue, saturation, lightness },  // reds … magentas
 *   ] }
 *
 * In replies `adjustment` is absent when nothing was changed, ranges at rest may be missing, and later versions add
 * fields of their own.
 */
import * as v from 'valibot';
import {
  DEFAULT_HUE_RANGES,
  HUE_RANGE_NAMES,
  NO_SHIFT,
  type HueRange,
  type HueSaturationShift,
} from '../../engine/adjustments';
import { CUSTOM_PRESET, type AdjustmentDescriptor } from './adjustmentDescriptor';

const shiftFields = {
  hue: v.optional(v.number(), 0),
  saturation: v.optional(v.number(), 0),
  lightness: v.optional(v.number(), 0),
};

const Item = v.looseObject({
  ...shiftFields,
  localRange: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(HUE_RANGE_NAMES.length))),
  beginRamp: v.optional(v.number()),
  beginSustain: v.optional(v.number()),
  endSustain: v.optional(v.number()),
  endRamp: v.optional(v.number()),
});

const Reply = v.looseObject({
  colorize: v.optional(v.boolean(), false),
  adjustment: v.optional(v.array(Item), []),
});

const shift = ({ hue, saturation, lightness }: HueSaturationShift): HueSaturationShift => ({
  hue,
  saturation,
  lightness,
});

/** Handles of a range that shifts nothing do nothing, and are not always kept. */
const atRest = (range: HueRange): boolean =>
  range.hue === 0 && range.saturation === 0 && range.lightness === 0;

export const hueSaturationDescriptor: AdjustmentDescriptor<'hueSaturation'> = {
  build: ({ colorize, master, ranges }) => ({
    _obj: 'hueSaturation',
    presetKind: CUSTOM_PRESET,
    colorize,
    adjustment: [
      { _obj: 'hueSatAdjustmentV2', ...shift(master) },
      ...(colorize
        ? []
        : HUE_RANGE_NAMES.map((name, i) => ({
            _obj: 'hueSatAdjustmentV2',
            localRange: i + 1,
            beginRamp: ranges[name].beginRamp,
            beginSustain: ranges[name].beginSustain,
            endSustain: ranges[name].endSustain,
            endRamp: ranges[name].endRamp,
            ...shift(ranges[name]),
          }))),
    ],
  }),
  parse(reply) {
    const { colorize, adjustment } = v.parse(Reply, reply);
    let master = NO_SHIFT;
    const ranges = { ...DEFAULT_HUE_RANGES };
    for (const item of adjustment) {
      if (item.localRange === undefined) {
        master = shift(item);
        continue;
      }
      const name = HUE_RANGE_NAMES[item.localRange - 1];
      const usual = DEFAULT_HUE_RANGES[name];
      const range: HueRange = {
        ...shift(item),
        beginRamp: (item.beginRamp ?? usual.beginRamp) % 360,
        beginSustain: (item.beginSustain ?? usual.beginSustain) % 360,
        endSustain: (item.endSustain ?? usual.endSustain) % 360,
        endRamp: (item.endRamp ?? usual.endRamp) % 360,
      };
      if (!atRest(range)) ranges[name] = range;
    }
    return { kind: 'hueSaturation', colorize, master, ranges };
  },
};
