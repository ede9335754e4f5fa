/** What is known at the pixels that halation is measured at: the scene's light, the film's color, and what a blur adds. */
import type { RgbSpaceId } from '../color/rgbSpace';
import type { Plane, RgbImage } from '../image/rgbImage';
import { windowMean } from './glowPixels';

/** Colors at chosen pixels: three values a pixel. */
export interface GlowSamples {
  readonly count: number;
  /** Linear light of the photo. */
  readonly scene: Float64Array;
  /** Encoded values of the film. */
  readonly film: Float64Array;
  /** Part of the picture that the pixel is in, below GLOW_PARTS. */
  readonly part: Uint8Array;
  readonly space: RgbSpaceId;
}

/** Parts of the picture that are left out in turn, to see how far they agree. */
export const GLOW_PARTS = 8;
/** Squares of the picture go to the parts in turn, so that each part has places all over it. */
const SQUARES = 8;

/**
 * @param light linear light of the photo's channels
 * @param index pixels, none of them within the reach of `windowMean` of the border
 */
export function sampleGlow(light: readonly Plane[], film: RgbImage, index: Uint32Array): GlowSamples {
  const { width, height, space } = film;
  const samples = {
    count: index.length,
    scene: new Float64Array(3 * index.length),
    film: new Float64Array(3 * index.length),
    part: new Uint8Array(index.length),
    space,
  };
  index.forEach((pixel, i) => {
    for (let c = 0; c < 3; c++) {
      samples.scene[3 * i + c] = windowMean(light[c].data, width, pixel);
      samples.film[3 * i + c] = windowMean(film.data, width, pixel, 3, c);
    }
    const column = Math.floor((SQUARES * (pixel % width)) / width);
    const line = Math.floor((SQUARES * Math.floor(pixel / width)) / height);
    samples.part[i] = (3 * column + 5 * line) % GLOW_PARTS;
  });
  return samples;
}

/** What a blurred picture has over the scene at the samples, in linear light. */
export function addedLight(blurred: readonly Plane[], scene: Float64Array, index: Uint32Array): Float64Array {
  return scene.map((light, at) => {
    const { data, width } = blurred[at % 3];
    return windowMean(data, width, index[Math.floor(at / 3)]) - light;
  });
}
