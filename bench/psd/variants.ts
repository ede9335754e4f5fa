/** The kinds that are judged, split where the evidence differs; each variant is a bit. */
import type { AdjustmentKind, HueSaturationAdjustment } from '../../src/engine/adjustments';
import { HUE_RANGE_NAMES } from '../../src/engine/adjustments';
import type { Adjustment } from '../../src/engine/adjustments';

export const VARIANTS = [
  'curves',
  'levels',
  'levels.brighterThan1.25',
  'colorBalance.luminosity',
  'colorBalance.plain',
  'hueSaturation.master',
  'hueSaturation.ranges',
  'hueSaturation.colorize',
  'channelMixer',
  'selectiveColor',
  'colorLookup',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** Colorize is another arithmetic than Hue/Saturation proper, with another promise, and is summed up apart. */
export type JudgedKind = AdjustmentKind | 'colorize';

export function kindOf(variant: Variant): JudgedKind {
  return variant === 'hueSaturation.colorize' ? 'colorize' : (variant.split('.')[0] as AdjustmentKind);
}

export const bitOf = (variant: Variant): number => 1 << VARIANTS.indexOf(variant);

export function variantOf(adjustment: Adjustment): Variant {
  switch (adjustment.kind) {
    case 'levels': {
      const { composite, red, green, blue } = adjustment;
      const gamma = Math.max(composite.gamma, red.gamma, green.gamma, blue.gamma);
      return gamma > 1.25 ? 'levels.brighterThan1.25' : 'levels';
    }
    case 'colorBalance':
      return adjustment.preserveLuminosity ? 'colorBalance.luminosity' : 'colorBalance.plain';
    case 'hueSaturation':
      if (adjustment.colorize) return 'hueSaturation.colorize';
      return usesRanges(adjustment) ? 'hueSaturation.ranges' : 'hueSaturation.master';
    default:
      return adjustment.kind;
  }
}

const usesRanges = ({ ranges }: HueSaturationAdjustment): boolean =>
  HUE_RANGE_NAMES.some(
    (name) => ranges[name].hue !== 0 || ranges[name].saturation !== 0 || ranges[name].lightness !== 0,
  );
