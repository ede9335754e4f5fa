/**
 * Halation as a pixel layer for Photoshop, to lie below the look's layers: what has to be added to the document's values,
 * under Linear Dodge (Add). It is made for the picture as it is: when that changes, the layer has to be made again.
 */
import type { RgbImage } from '../image/rgbImage';
import type { HalationModel } from '../look';
import { renderHalation } from './renderHalation';

export interface HalationLayer {
  readonly width: number;
  readonly height: number;
  readonly blendMode: 'linearDodge';
  /** Percent 1…100: the strength, to be lowered by hand. */
  readonly opacity: number;
  /** Interleaved R, G, B, 8 bits; black adds nothing. */
  readonly pixels: Uint8Array;
}

/**
 * @param picture the document without Filmfit's layers
 * @param amount factor on the measured strength
 */
export function halationLayer(picture: RgbImage, halation: HalationModel, amount = 1): HalationLayer {
  const { width, height, data } = picture;
  const glowing = renderHalation(picture, halation, amount).data;
  const pixels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    pixels[i] = Math.min(255, Math.max(0, Math.round(255 * (glowing[i] - data[i]))));
  }
  return { width, height, blendMode: 'linearDodge', opacity: 100, pixels };
}
