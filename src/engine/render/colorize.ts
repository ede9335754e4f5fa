/**
 * Hue/Saturation with Colorize on: every pixel takes one hue and one HSL saturation, and keeps its HSL lightness.
 * Lightness and chroma are exact; the hue code of some hues is one or two steps of 1530 away from Photoshop's.
 */
import type { HueSaturationShift } from '../adjustments';
import { HUE_CODES, writeHueColor8 } from './hueCode';
import { lightnessTable8 } from './lightnessTable8';
import type { Mapper, Mapper8 } from './mapper';

export function colorizeMapper8({ hue, saturation, lightness }: HueSaturationShift): Mapper8 {
  const brighten = lightnessTable8(lightness);
  const strength = Math.trunc((saturation * 255) / 100);
  const turned = ((hue % 360) + 360) % 360;
  const code = Math.floor((turned * HUE_CODES) / 360 + 0.5) % HUE_CODES;
  return (source, target, count, channels) => {
    for (let i = 0, end = count * channels; i < end; i += channels) {
      const red = source[i];
      const green = source[i + 1];
      const blue = source[i + 2];
      const max = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
      const min = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
      const middle = brighten[(max + min) >> 1];
      const chroma = Math.floor((strength * (middle < 128 ? middle : 255 - middle)) / 127);
      const low = middle - (chroma >> 1);
      writeHueColor8(target, i, low + chroma, low, code);
      if (channels === 4) target[i + 3] = source[i + 3];
    }
  };
}

export function colorizeMapper({ hue, saturation, lightness }: HueSaturationShift): Mapper {
  const turned = (((hue % 360) + 360) % 360) / 60;
  const share = (from: number): number => Math.min(Math.max(Math.abs(((turned + from) % 6) - 3) - 1, 0), 1);
  const redShare = share(0);
  const greenShare = share(4);
  const blueShare = share(2);
  const toward = lightness > 0 ? 1 : 0;
  const amount = Math.abs(lightness) / 100;
  return (source, target, count) => {
    for (let i = 0, end = 3 * count; i < end; i += 3) {
      const red = source[i];
      const green = source[i + 1];
      const blue = source[i + 2];
      let middle = (Math.max(red, green, blue) + Math.min(red, green, blue)) / 2;
      middle = Math.min(Math.max(middle, 0), 1);
      middle += (toward - middle) * amount;
      const chroma = (saturation / 100) * Math.min(middle, 1 - middle) * 2;
      const low = middle - chroma / 2;
      target[i] = low + chroma * redShare;
      target[i + 1] = low + chroma * greenShare;
      target[i + 2] = low + chroma * blueShare;
    }
  };
}
