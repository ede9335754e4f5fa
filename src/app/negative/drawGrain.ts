/** The grain of the film and ours as pictures, pixel by pixel: a preview of their own size would blur what they are shown for. */
import type { TextureEstimate } from '../../engine/estimateTexture';
import { rgbImage, type RgbImage } from '../../engine/image/rgbImage';
import type { SessionContext } from '../context';

const ZOOM = 2;

export async function drawGrain(
  { host, store }: SessionContext,
  texture: TextureEstimate | null,
): Promise<void> {
  const sample = texture?.grainSample;
  if (!sample) return;
  try {
    const filmUrl = await host.encodePreview(enlargePixels(sample.film, ZOOM));
    const oursUrl = await host.encodePreview(enlargePixels(sample.ours, ZOOM));
    // Another pair may have been matched meanwhile.
    if (store.get().evidence?.texture === texture) store.set({ grainPictures: { filmUrl, oursUrl } });
  } catch {
    // The numbers are shown without pictures.
  }
}

/** Every pixel as `times` × `times` of them. */
export function enlargePixels({ width, height, data, space }: RgbImage, times: number): RgbImage {
  const large = rgbImage(times * width, times * height, space);
  for (let y = 0, at = 0; y < large.height; y++) {
    const row = 3 * width * Math.floor(y / times);
    for (let x = 0; x < large.width; x++, at += 3) {
      const from = row + 3 * Math.floor(x / times);
      large.data.set(data.subarray(from, from + 3), at);
    }
  }
  return large;
}
