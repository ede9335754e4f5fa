/**
 * The digital picture of the scene, as a camera would make it: a little veil of the lens, photon and read noise, a soft shoulder,
 * sRGB encoding and a mild S curve.
 */
import { encodeSrgb } from './picture/encodeSrgb';
import { gaussianBlur } from './picture/gaussianBlur';
import type { LinearPicture } from './picture/resample';
import { createGaussian, createRandom } from './random';

export interface DigitalCamera {
  /** Factor on the scene's light. */
  readonly gain: number;
  /** Share of light that the lens spreads about, and how far. */
  readonly veil: number;
  readonly veilRadiusPx: number;
  /** Standard deviation of the noise at full scale by photons, and in the dark, in linear light. */
  readonly photonNoise: number;
  readonly readNoise: number;
  /** Strength of the S curve on encoded values. */
  readonly contrast: number;
}

/** Bytes of an sRGB picture, 3 a pixel. */
export function photographDigital(scene: LinearPicture, camera: DigitalCamera, seed: number): Uint8Array {
  const { width, height, data } = scene;
  const veil = gaussianBlur(data, width, height, camera.veilRadiusPx);
  const gaussian = createGaussian(createRandom(seed));
  return Uint8Array.from(data, (value, i) => {
    const light = camera.gain * (value + camera.veil * (veil[i] - value));
    const noise = Math.sqrt(camera.photonNoise ** 2 * light + camera.readNoise ** 2) * gaussian();
    return Math.round(255 * toneCurve(light + noise, camera.contrast));
  });
}

/** Linear light to an encoded value in [0, 1]: a shoulder above 0.65, then the S curve. */
function toneCurve(light: number, contrast: number): number {
  const knee = 0.65;
  const rest = 1 - knee;
  const held = light < knee ? Math.max(0, light) : knee + rest * (1 - Math.exp((knee - light) / rest));
  const encoded = encodeSrgb(held);
  return encoded - contrast * Math.sin(2 * Math.PI * encoded);
}
