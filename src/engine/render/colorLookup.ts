/**
 * Color Lookup: the 3D table with tetrahedral interpolation. In 8-bit documents with Dither on, Photoshop adds noise
 * of half a level before it rounds; the noise cannot be predicted, so the 8-bit form rounds without it.
 */
import type { ColorLookupAdjustment } from '../adjustments';
import { createLutMapper } from './applyLut';
import type { Mapper, Mapper8 } from './mapper';

/** Pixels that are converted to float at a time. */
const CHUNK = 4096;

export function createColorLookupMapper(adjustment: ColorLookupAdjustment): Mapper {
  const lookUp = createLutMapper(adjustment.lut);
  return (source, target, count) => {
    lookUp(source, target, count);
    for (let i = 0, end = 3 * count; i < end; i++) {
      const value = target[i];
      target[i] = value > 0 ? (value < 1 ? value : 1) : 0;
    }
  };
}

export function createColorLookupMapper8(adjustment: ColorLookupAdjustment): Mapper8 {
  const lookUp = createColorLookupMapper(adjustment);
  const buffer = new Float32Array(3 * CHUNK);
  return (source, target, count, channels) => {
    for (let start = 0; start < count; start += CHUNK) {
      const length = Math.min(CHUNK, count - start);
      for (let p = 0, i = start * channels; p < 3 * length; p += 3, i += channels) {
        buffer[p] = source[i] / 255;
        buffer[p + 1] = source[i + 1] / 255;
        buffer[p + 2] = source[i + 2] / 255;
      }
      lookUp(buffer, buffer, length);
      for (let p = 0, i = start * channels; p < 3 * length; p += 3, i += channels) {
        target[i] = Math.floor(255 * buffer[p] + 0.5);
        target[i + 1] = Math.floor(255 * buffer[p + 1] + 0.5);
        target[i + 2] = Math.floor(255 * buffer[p + 2] + 0.5);
        if (channels === 4) target[i + 3] = source[i + 3];
      }
    }
  };
}
