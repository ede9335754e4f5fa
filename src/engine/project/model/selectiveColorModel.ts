/**
 * Selective Color with derivatives. Each of the nine colors has an amount: max − mid or mid − min for the six hues,
 * how far the darkest channel is above one half (whites), the lightest below (blacks), and what is left (neutrals).
 * An ink moves its channel by amount · ((−1 − ink)·black − ink), times 1 − value in the relative method.
 */
import { SELECTIVE_COLOR_NAMES } from '../../adjustments';
import type { InkShift, SelectiveColorAdjustment, SelectiveColorName } from '../../adjustments';
import { LEAK, type LayerModel, type Parameter } from './layerModel';

const COLORS = SELECTIVE_COLOR_NAMES.length;
const COUNT = 4 * COLORS;
const WHITES = 6;
const NEUTRALS = 7;
const BLACKS = 8;

export interface SelectiveColorModelOptions {
  readonly method: 'relative' | 'absolute';
  readonly sigma: number;
}

export function selectiveColorModel({ method, sigma }: SelectiveColorModelOptions): LayerModel {
  const parameters: Parameter[] = Array.from({ length: COUNT }, () => ({
    neutral: 0,
    min: -100,
    max: 100,
    sigma,
  }));
  return {
    parameters,
    conditions: [],
    at: (values) =>
      selectiveColorAt(
        Float64Array.from(values, (v) => v / 100),
        method === 'relative',
      ),
    toAdjustment: (values): SelectiveColorAdjustment => {
      const ink = (i: number): InkShift => ({
        cyan: Math.round(values[4 * i]) + 0,
        magenta: Math.round(values[4 * i + 1]) + 0,
        yellow: Math.round(values[4 * i + 2]) + 0,
        black: Math.round(values[4 * i + 3]) + 0,
      });
      const entries = SELECTIVE_COLOR_NAMES.map((name, i) => [name, ink(i)] as const);
      return {
        kind: 'selectiveColor',
        method,
        colors: Object.fromEntries(entries) as Record<SelectiveColorName, InkShift>,
      };
    },
  };
}

function selectiveColorAt(p: Float64Array, relative: boolean) {
  const amount = new Float64Array(COLORS);
  /** Derivatives of the amounts by the channels, 9×3. */
  const slope = new Float64Array(3 * COLORS);

  const read = (source: Float64Array, i: number, withSlopes: boolean): void => {
    const r = source[i];
    const g = source[i + 1];
    const b = source[i + 2];
    const maxAt = r >= g ? (r >= b ? 0 : 2) : g >= b ? 1 : 2;
    let minAt = r <= g ? (r <= b ? 0 : 2) : g <= b ? 1 : 2;
    if (minAt === maxAt) minAt = (maxAt + 1) % 3;
    const midAt = 3 - maxAt - minAt;
    const max = source[i + maxAt];
    const min = source[i + minAt];
    const mid = source[i + midAt];
    amount.fill(0);
    // Order of the names: reds, yellows, greens, cyans, blues, magentas; channel c is hue 2c, its opposite 2c + 3.
    const pure = 2 * maxAt;
    const mixed = (2 * minAt + 3) % 6;
    amount[pure] = max - mid;
    amount[mixed] = mid - min;
    if (min > 0.5) amount[WHITES] = 2 * min - 1;
    if (max < 0.5) amount[BLACKS] = 1 - 2 * max;
    amount[NEUTRALS] = 1 - (Math.abs(max - 0.5) + Math.abs(min - 0.5));
    if (!withSlopes) return;
    slope.fill(0);
    slope[3 * pure + maxAt] = 1;
    slope[3 * pure + midAt] = -1;
    slope[3 * mixed + midAt] = 1;
    slope[3 * mixed + minAt] = -1;
    if (min > 0.5) slope[3 * WHITES + minAt] = 2;
    if (max < 0.5) slope[3 * BLACKS + maxAt] = -2;
    slope[3 * NEUTRALS + maxAt] -= Math.sign(max - 0.5);
    slope[3 * NEUTRALS + minAt] -= Math.sign(min - 0.5);
  };

  const evaluate = (source: Float64Array, target: Float64Array, count: number): void => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      read(source, i, false);
      for (let c = 0; c < 3; c++) {
        const value = source[i + c];
        const part = relative ? 1 - value : 1;
        let shift = 0;
        for (let k = 0; k < COLORS; k++) {
          if (amount[k] === 0) continue;
          const ink = p[4 * k + c];
          const move = ((-1 - ink) * p[4 * k + 3] - ink) * part;
          shift += amount[k] * (move < -value ? -value : move > 1 - value ? 1 - value : move);
        }
        const out = value + shift;
        target[i + c] = out <= 0 ? 0 : out >= 1 ? 1 : out;
      }
    }
  };

  const differentiate = (
    source: Float64Array,
    index: number,
    byColor: Float64Array,
    byParameter: Float64Array,
  ): void => {
    const i = 3 * index;
    read(source, i, true);
    byColor.fill(0);
    byParameter.fill(0);
    for (let c = 0; c < 3; c++) {
      const value = source[i + c];
      const part = relative ? 1 - value : 1;
      let out = value;
      let own = 1;
      for (let k = 0; k < COLORS; k++) {
        if (amount[k] === 0) continue;
        const ink = p[4 * k + c];
        const black = p[4 * k + 3];
        const full = (-1 - ink) * black - ink;
        const wanted = full * part;
        const low = wanted < -value;
        const high = wanted > 1 - value;
        const move = low ? -value : high ? 1 - value : wanted;
        const leak = low || high ? LEAK : 1;
        own += low || high ? -amount[k] : relative ? -full * amount[k] : 0;
        out += amount[k] * move;
        for (let j = 0; j < 3; j++) byColor[3 * c + j] += move * slope[3 * k + j];
        byParameter[c * COUNT + 4 * k + c] = (amount[k] * (-black - 1) * part * leak) / 100;
        byParameter[c * COUNT + 4 * k + 3] = (amount[k] * (-1 - ink) * part * leak) / 100;
      }
      byColor[4 * c] += own;
      if (out > 0 && out < 1) continue;
      for (let j = 0; j < 3; j++) byColor[3 * c + j] *= LEAK;
      for (let j = 0; j < COUNT; j++) byParameter[c * COUNT + j] *= LEAK;
    }
  };
  return { evaluate, differentiate };
}
