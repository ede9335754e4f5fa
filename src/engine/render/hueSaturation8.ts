/**
 * Hue/Saturation in 8-bit documents, rounding where Photoshop rounds:
 * master lightness on each channel → hue code → gain, lightness and shift of the ranges at that code → lightness of
 * the ranges (pulls the smallest value up or the largest down) → saturation about the middle of both, never beyond
 * full HSL saturation → hue shift.
 */
import type { HueSaturationAdjustment } from '../adjustments';
import { colorizeMapper8 } from './colorize';
import { HUE_CODES, hueCode, writeHueColor8 } from './hueCode';
import { activeRanges, rangeEffectAt } from './hueRangeEffect';
import { lightnessTable8 } from './lightnessTable8';
import type { Mapper8 } from './mapper';

/** Added before the extremes are cut to whole levels; measured, lies in an interval around 0.245. */
const CUT_OFFSET = 0.245;

/** Factor on chroma of a saturation slider −100…100, on Photoshop's grid of 1/256. */
export function saturationGain8(saturation: number): number {
  if (saturation <= 0) return (256 - Math.trunc((-saturation * 256) / 100)) / 256;
  const kept = 255 - Math.trunc((saturation * 254) / 100);
  return Math.min(Math.floor((256 * 255) / kept), 32767) / 256;
}

export function createHueSaturationMapper8(adjustment: HueSaturationAdjustment): Mapper8 {
  const { master, colorize, ranges } = adjustment;
  if (colorize) return colorizeMapper8(master);
  const brighten = lightnessTable8(master.lightness);
  const { gains, pulls, codes } = tablesByHue(ranges, master);

  return (source, target, count, channels) => {
    for (let i = 0, end = count * channels; i < end; i += channels) {
      const red = brighten[source[i]];
      const green = brighten[source[i + 1]];
      const blue = brighten[source[i + 2]];
      let max = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
      let min = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
      const code = hueCode(red, green, blue);
      const pull = pulls[code];
      if (pull > 0) min = Math.floor(min + (max - min) * pull + 0.5);
      else if (pull < 0) max = Math.floor(max + (max - min) * pull + 0.5);
      const sum = max + min;
      const chroma = max - min;
      let gain = gains[code];
      if (gain * chroma > sum) gain = sum / chroma;
      if (gain * chroma > 510 - sum) gain = (510 - sum) / chroma;
      max = Math.floor(sum / 2 + (chroma / 2) * gain + CUT_OFFSET);
      min = Math.floor(sum / 2 - (chroma / 2) * gain + CUT_OFFSET);
      writeHueColor8(target, i, max, min, codes[code]);
      if (channels === 4) target[i + 3] = source[i + 3];
    }
  };
}

/** Gain, lightness pull and outgoing hue code of every hue code. */
function tablesByHue(
  ranges: HueSaturationAdjustment['ranges'],
  master: HueSaturationAdjustment['master'],
): { gains: Float64Array; pulls: Float64Array; codes: Uint16Array } {
  const active = activeRanges(ranges, saturationGain8);
  const masterGain = saturationGain8(master.saturation);
  const gains = new Float64Array(HUE_CODES);
  const pulls = new Float64Array(HUE_CODES);
  const codes = new Uint16Array(HUE_CODES);
  const effect = { hueDeg: 0, gain: 1, lightness: 0 };
  for (let code = 0; code < HUE_CODES; code++) {
    rangeEffectAt(active, (code * 360) / HUE_CODES, effect);
    gains[code] = effect.gain * masterGain;
    pulls[code] = effect.lightness;
    const shift = Math.floor(((master.hue + effect.hueDeg) * HUE_CODES) / 360 + 0.5);
    codes[code] = (((code + shift) % HUE_CODES) + HUE_CODES) % HUE_CODES;
  }
  return { gains, pulls, codes };
}
