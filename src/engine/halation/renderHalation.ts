/** Halation before the look: E = S + strength · tint · (blur(S) − S) in linear light, per channel. */
import { encodeTable, readEncodeTable } from '../color/transferTables';
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { HalationModel } from '../look';
import { runToEnd, type Task } from '../task';
import { blurredLight, linearPlane } from './glow';

export function renderHalation(image: RgbImage, halation: HalationModel, amount = 1): RgbImage {
  return runToEnd(renderHalationTask(image, halation, amount));
}

/**
 * @param amount factor on the measured strength
 * @returns a new picture, clipped to [0, 1]
 */
export function* renderHalationTask(image: RgbImage, halation: HalationModel, amount = 1): Task<RgbImage> {
  const { width, height, space } = image;
  const result = rgbImage(width, height, space, image.data.slice());
  const encode = encodeTable(space);
  const sigmaPx = halation.radius * Math.max(width, height);
  for (let c = 0; c < 3; c++) {
    const share = Math.min(1, amount * halation.strength * halation.tint[c]);
    if (share === 0) continue;
    const light = linearPlane(image, c);
    const spread = yield* blurredLight(light, sigmaPx);
    for (let i = 0; i < light.data.length; i++) {
      result.data[3 * i + c] = readEncodeTable(
        encode,
        light.data[i] + share * (spread.data[i] - light.data[i]),
      );
    }
    yield { stage: 'render.halation', fraction: (c + 1) / 3 };
  }
  return result;
}
