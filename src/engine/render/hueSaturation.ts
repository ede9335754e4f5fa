/** Hue/Saturation without roundings: the same steps as in hueSaturation8.ts on values in [0, 1]. */
import type { HueSaturationAdjustment } from '../adjustments';
import { colorizeMapper } from './colorize';
import { activeRanges, rangeEffectAt } from './hueRangeEffect';
import type { Mapper } from './mapper';

export { createHueSaturationMapper8 } from './hueSaturation8';

/** Largest factor on chroma: at +100 Photoshop's gain stops at 32767 / 256. */
const MAX_GAIN = 128;

/** Factor on chroma of a saturation slider −100…100. */
export function saturationGain(saturation: number): number {
  if (saturation <= 0) return 1 + saturation / 100;
  return 1 / Math.max(1 - (saturation / 100) * (254 / 255), 1 / MAX_GAIN);
}

export function createHueSaturationMapper(adjustment: HueSaturationAdjustment): Mapper {
  const { master, colorize } = adjustment;
  if (colorize) return colorizeMapper(master);
  const ranges = activeRanges(adjustment.ranges, saturationGain);
  const masterGain = saturationGain(master.saturation);
  const toward = master.lightness > 0 ? 1 : 0;
  const brighten = Math.abs(master.lightness) / 100;
  const effect = { hueDeg: 0, gain: 1, lightness: 0 };

  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      const red = clip1(source[i]) * (1 - brighten) + toward * brighten;
      const green = clip1(source[i + 1]) * (1 - brighten) + toward * brighten;
      const blue = clip1(source[i + 2]) * (1 - brighten) + toward * brighten;
      let max = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
      let min = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
      let chroma = max - min;
      if (chroma === 0) {
        target[i] = target[i + 1] = target[i + 2] = red;
        continue;
      }
      let hue60 =
        max === red
          ? (green - blue) / chroma
          : max === green
            ? (blue - red) / chroma + 2
            : (red - green) / chroma + 4;
      if (hue60 < 0) hue60 += 6;
      rangeEffectAt(ranges, hue60 * 60, effect);

      if (effect.lightness > 0) min += chroma * effect.lightness;
      else max += chroma * effect.lightness;
      const sum = max + min;
      chroma = Math.min((max - min) * effect.gain * masterGain, sum, 2 - sum);

      const turned = (hue60 + (master.hue + effect.hueDeg) / 60 + 120) % 6;
      const low = (sum - chroma) / 2;
      target[i] = low + chroma * share(turned);
      target[i + 1] = low + chroma * share(turned + 4);
      target[i + 2] = low + chroma * share(turned + 2);
    }
  };
}

const clip1 = (value: number): number => (value > 0 ? (value < 1 ? value : 1) : 0);

/** How much of the chroma a channel has when the hue is `hue60` sixths of the wheel past the point where it is full. */
function share(hue60: number): number {
  const distance = Math.abs((hue60 % 6) - 3) - 1;
  return distance > 0 ? (distance < 1 ? distance : 1) : 0;
}
