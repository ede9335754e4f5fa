/**
 * Grain as a pixel layer for Photoshop, sized for the document: colored noise around a neutral gray under Linear Light,
 * which adds 2·(s − ½) to what lies below. How strong it is at each tone stands in the layer's mask, so that it can be
 * painted on; how strong it is at all is the layer's opacity.
 *
 *   result = below + opacity · mask · (2·s − 1)
 */
import type { RgbImage } from '../image/rgbImage';
import type { GrainModel } from '../look';
import { readCurve } from '../render/renderLook';
import { createGrainNoise } from './renderGrain';

/** Pixel planes of the whole document; the host needs to know no more. */
export interface GrainLayer {
  readonly width: number;
  readonly height: number;
  readonly blendMode: 'linearLight';
  /** Percent 1…100, a whole number. */
  readonly opacity: number;
  /** Interleaved R, G, B, 8 bits: noise around 127.5. */
  readonly pixels: Uint8Array;
  /** One 8-bit value a pixel: the layer mask. */
  readonly mask: Uint8Array;
  /** For the metadata: the same seed gives the same grain. */
  readonly seed: number;
}

/** Noise up to this many deviations fits into the layer's 8 bits. */
const REACH = 4;
const PIXELS_PER_STRIP = 1 << 18;

/**
 * @param rendered the document under the look's layers: where which tone is
 * @param amount factor on the measured strength
 */
export function grainLayer(rendered: RgbImage, grain: GrainModel, seed: number, amount = 1): GrainLayer {
  const { width, height, data } = rendered;
  const curves = [grain.strength.red, grain.strength.green, grain.strength.blue];
  const peaks = curves.map((curve) => Math.max(...curve));
  const peak = amount * Math.max(...peaks);
  // Half of the layer's range over ½ stands for REACH deviations of the strongest grain.
  const opacity = Math.min(100, Math.max(1, Math.ceil(100 * REACH * peak)));
  const perUnit = (127.5 * 100) / opacity;
  const noise = createGrainNoise(grain, width, Math.max(width, height), seed);
  const pixels = new Uint8Array(3 * width * height);
  const mask = new Uint8Array(width * height);
  const rows = Math.max(16, Math.floor(PIXELS_PER_STRIP / width));
  for (let top = 0; top < height; top += rows) {
    const strip = noise(top, Math.min(height, top + rows));
    for (let at = 0; at < strip.length / 3; at++) {
      const i = top * width + at;
      let share = 0;
      for (let c = 0; c < 3; c++) {
        const value = Math.min(1, Math.max(0, data[3 * i + c]));
        share += peaks[c] > 0 ? readCurve(curves[c], value) / peaks[c] / 3 : 0;
        // Half a level up or down in turns: 127.5 is neutral, and no byte holds it.
        const neutral = 127.5 + ((at + top) % 2 === 0 ? 0.25 : -0.25);
        pixels[3 * i + c] = Math.min(
          255,
          Math.max(0, Math.round(neutral + perUnit * amount * peaks[c] * strip[3 * at + c])),
        );
      }
      mask[i] = Math.round(255 * share);
    }
  }
  return { width, height, blendMode: 'linearLight', opacity, pixels, mask, seed };
}
