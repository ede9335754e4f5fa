/** The descriptors of all kinds; a kind without one does not compile. */
import type { ActionDescriptor } from 'photoshop';
import {
  DEFAULT_HUE_RANGES,
  HUE_RANGE_NAMES,
  SELECTIVE_COLOR_NAMES,
  type Adjustment,
  type AdjustmentKind,
  type HueRange,
} from '../../engine/adjustments';
import type { AdjustmentDescriptor } from './adjustmentDescriptor';
import { channelMixerDescriptor } from './channelMixer';
import { colorBalanceDescriptor } from './colorBalance';
import { colorLookupDescriptor } from './colorLookup';
import { curvesDescriptor } from './curves';
import { hueSaturationDescriptor } from './hueSaturation';
import { levelsDescriptor } from './levels';
import { selectiveColorDescriptor } from './selectiveColor';

export const DESCRIPTORS: { readonly [K in AdjustmentKind]: AdjustmentDescriptor<K> } = {
  curves: curvesDescriptor,
  levels: levelsDescriptor,
  colorBalance: colorBalanceDescriptor,
  hueSaturation: hueSaturationDescriptor,
  channelMixer: channelMixerDescriptor,
  selectiveColor: selectiveColorDescriptor,
  colorLookup: colorLookupDescriptor,
};

export function buildDescriptor(adjustment: Adjustment): ActionDescriptor {
  return descriptorOf(adjustment.kind).build(adjustment);
}

/** @throws ValiError when the reply is no adjustment of this kind. */
export function parseDescriptor(kind: AdjustmentKind, reply: unknown): Adjustment {
  return descriptorOf(kind).parse(reply);
}

const descriptorOf = (kind: AdjustmentKind): AdjustmentDescriptor<AdjustmentKind> =>
  DESCRIPTORS[kind] as unknown as AdjustmentDescriptor<AdjustmentKind>;

/**
 * Whether the layer that answered `read` does what `sent` asks for. A Color Lookup is compared by name, dither and
 * size of its table: profiles come back rewritten, and the pixels prove the rest.
 */
export function isSameAdjustment(sent: Adjustment, read: Adjustment): boolean {
  return JSON.stringify(comparable(sent)) === JSON.stringify(comparable(read));
}

function comparable(adjustment: Adjustment): unknown {
  switch (adjustment.kind) {
    case 'curves': {
      const { composite, red, green, blue } = adjustment;
      return [composite, red, green, blue].map((points) =>
        points.map(({ input, output }) => [input, output]),
      );
    }
    case 'levels': {
      const { composite, red, green, blue } = adjustment;
      return [composite, red, green, blue].map((c) => [
        c.inputBlack,
        c.inputWhite,
        Math.round(100 * c.gamma),
        c.outputBlack,
        c.outputWhite,
      ]);
    }
    case 'colorBalance':
      return [adjustment.shadows, adjustment.midtones, adjustment.highlights, adjustment.preserveLuminosity];
    case 'hueSaturation': {
      const { colorize, master, ranges } = adjustment;
      const list = colorize
        ? []
        : HUE_RANGE_NAMES.map((name) => hueRange(ranges[name], DEFAULT_HUE_RANGES[name]));
      return [colorize, master.hue, master.saturation, master.lightness, list];
    }
    case 'channelMixer': {
      const { monochrome, red, green, blue } = adjustment;
      const rows = monochrome ? [red] : [red, green, blue];
      return [monochrome, rows.map((row) => [row.red, row.green, row.blue, row.constant])];
    }
    case 'selectiveColor':
      return [
        adjustment.method,
        SELECTIVE_COLOR_NAMES.map((name) => adjustment.colors[name]).map((ink) => [
          ink.cyan,
          ink.magenta,
          ink.yellow,
          ink.black,
        ]),
      ];
    case 'colorLookup':
      return [adjustment.lutName, adjustment.dither, adjustment.lut.size];
  }
}

/** Handles of a range that shifts nothing do nothing, and are not always kept. */
function hueRange(range: HueRange, usual: HueRange): readonly number[] {
  const atRest = range.hue === 0 && range.saturation === 0 && range.lightness === 0;
  const { beginRamp, beginSustain, endSustain, endRamp } = atRest ? usual : range;
  return [beginRamp, beginSustain, endSustain, endRamp, range.hue, range.saturation, range.lightness];
}
