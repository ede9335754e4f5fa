/**
 * Selective Color: each of nine color groups has a weight at a pixel, and shifts its inks by that weight.
 * With max ≥ mid ≥ min of the channels: the primary whose channel is the largest weighs max − mid, the secondary
 * whose complement is the smallest weighs mid − min, whites weigh 2·min − 1, blacks 1 − 2·max (where positive),
 * neutrals 1 − |max − ½| − |min − ½|.
 */
import { SELECTIVE_COLOR_NAMES, type SelectiveColorAdjustment } from '../adjustments';
import type { Mapper, Mapper8 } from './mapper';

/** Four inks a group, in the order of SELECTIVE_COLOR_NAMES, as fractions. */
function inksOf(adjustment: SelectiveColorAdjustment): Float64Array {
  return Float64Array.from(
    SELECTIVE_COLOR_NAMES.flatMap((name) => {
      const { cyan, magenta, yellow, black } = adjustment.colors[name];
      return [cyan / 100, magenta / 100, yellow / 100, black / 100];
    }),
  );
}

const WHITES = 6;
const NEUTRALS = 7;
const BLACKS = 8;

export function createSelectiveColorMapper(adjustment: SelectiveColorAdjustment): Mapper {
  const inks = inksOf(adjustment);
  const relative = adjustment.method === 'relative';
  const weights = new Float64Array(SELECTIVE_COLOR_NAMES.length);
  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      const red = clip1(source[i]);
      const green = clip1(source[i + 1]);
      const blue = clip1(source[i + 2]);
      weigh(red, green, blue, weights);
      target[i] = shifted(red, 0, weights, inks, relative);
      target[i + 1] = shifted(green, 1, weights, inks, relative);
      target[i + 2] = shifted(blue, 2, weights, inks, relative);
    }
  };
}

export function createSelectiveColorMapper8(adjustment: SelectiveColorAdjustment): Mapper8 {
  const inks = inksOf(adjustment);
  const relative = adjustment.method === 'relative';
  const weights = new Float64Array(SELECTIVE_COLOR_NAMES.length);
  return (source, target, count, channels) => {
    for (let i = 0, end = count * channels; i < end; i += channels) {
      const red = source[i] / 255;
      const green = source[i + 1] / 255;
      const blue = source[i + 2] / 255;
      weigh(red, green, blue, weights);
      target[i] = Math.floor(255 * shifted(red, 0, weights, inks, relative) + 0.5);
      target[i + 1] = Math.floor(255 * shifted(green, 1, weights, inks, relative) + 0.5);
      target[i + 2] = Math.floor(255 * shifted(blue, 2, weights, inks, relative) + 0.5);
      if (channels === 4) target[i + 3] = source[i + 3];
    }
  };
}

function weigh(red: number, green: number, blue: number, weights: Float64Array): void {
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const mid = red + green + blue - max - min;
  weights.fill(0);
  // Reds, greens, blues are groups 0, 2, 4; cyans, magentas, yellows (complements of them) are 3, 5, 1.
  weights[max === red ? 0 : max === green ? 2 : 4] = max - mid;
  weights[min === red ? 3 : min === green ? 5 : 1] += mid - min;
  weights[WHITES] = Math.max(0, 2 * min - 1);
  weights[NEUTRALS] = 1 - Math.abs(max - 0.5) - Math.abs(min - 0.5);
  weights[BLACKS] = Math.max(0, 1 - 2 * max);
}

/** One channel after the shift of its ink (`ink` 0 cyan for red, 1 magenta for green, 2 yellow for blue) and of black. */
function shifted(
  value: number,
  ink: number,
  weights: Float64Array,
  inks: Float64Array,
  relative: boolean,
): number {
  let amount = 0;
  for (let group = 0; group < weights.length; group++) {
    const weight = weights[group];
    if (weight === 0) continue;
    const own = inks[4 * group + ink];
    const black = inks[4 * group + 3];
    // Ink `own` and then black over it: −1 + (1 + own)(1 + black).
    let change = -((1 + own) * (1 + black) - 1);
    if (relative) change *= 1 - value;
    amount += weight * Math.min(Math.max(change, -value), 1 - value);
  }
  return clip1(value + amount);
}

const clip1 = (value: number): number => (value > 0 ? (value < 1 ? value : 1) : 0);
