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

/** Exact on every pixel of every file measured: a pixel on which one other kind acts as well tells of that one. */
const EXACT: ReadonlySet<Variant> = new Set([
  'curves',
  'levels',
  'colorBalance.luminosity',
  'hueSaturation.master',
]);

/**
 * Which variant a pixel tells of, by the bits of all that act on it: the topmost when all are of one kind; the one that is not
 * known to be exact; 'chain' when several exact kinds act; undefined when several inexact ones do.
 */
export function governing(bits: number): Variant | 'chain' | undefined {
  const acting = VARIANTS.filter((variant) => (bits & bitOf(variant)) !== 0);
  if (ofOneKind(acting)) return acting.at(-1);
  const open = acting.filter((variant) => !EXACT.has(variant));
  if (open.length === 0) return 'chain';
  return ofOneKind(open) ? open.at(-1) : undefined;
}

const ofOneKind = (variants: readonly Variant[]): boolean =>
  variants.every((variant) => kindOf(variant) === kindOf(variants[0]));

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
