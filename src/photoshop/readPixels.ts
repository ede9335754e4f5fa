/**
 * Pixels out of Photoshop. The one file that knows that "16 bits" means 0…32768 there. To be called inside a modal
 * scope; image data is disposed of before anything else happens.
 */
import { imaging, type GetPixelsOptions } from 'photoshop';

export interface HostPixels {
  readonly width: number;
  readonly height: number;
  readonly bits: 8 | 16;
  /** Interleaved RGB, 0…255 or 0…32768. */
  readonly data: Uint8Array | Uint16Array;
}

export const MAX_16_BIT = 32768;

export const maxValue = (bits: 8 | 16): number => (bits === 8 ? 255 : MAX_16_BIT);

/** Reads as RGB on white; sizes are those that Photoshop returns, not those that were asked for. */
export async function readPixels(options: GetPixelsOptions): Promise<HostPixels> {
  const { imageData } = await imaging.getPixels({ ...options, colorSpace: 'RGB', applyAlpha: true });
  try {
    const data = await imageData.getData({ chunky: true, fullRange: false });
    if (data instanceof Float32Array) throw new TypeError('Photoshop answered with 32-bit pixels.');
    const { width, height, components } = imageData;
    if (components !== 3 && components !== 4)
      throw new TypeError(`Photoshop answered with ${components} components.`);
    if (data.length < width * height * components)
      throw new TypeError('Photoshop answered with too few pixels.');
    return {
      width,
      height,
      bits: data instanceof Uint8Array ? 8 : 16,
      data: components === 3 ? data : dropAlpha(data),
    };
  } finally {
    imageData.dispose();
  }
}

function dropAlpha(data: Uint8Array | Uint16Array): Uint8Array | Uint16Array {
  const length = (data.length / 4) * 3;
  const rgb = data instanceof Uint8Array ? new Uint8Array(length) : new Uint16Array(length);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    rgb[to++] = data[from];
    rgb[to++] = data[from + 1];
    rgb[to++] = data[from + 2];
  }
  return rgb;
}

/** The values in [0, 1]. */
export function toUnit({ data, bits }: HostPixels): Float32Array {
  const max = maxValue(bits);
  const unit = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) unit[i] = data[i] / max;
  return unit;
}
