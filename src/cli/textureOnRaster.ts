/** Halation before the look and grain after it, on the pixels of a picture file; alpha and metadata stay. */
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import { renderGrain } from '../engine/grain/renderGrain';
import { renderHalation } from '../engine/halation/renderHalation';
import { rgbImage, type RgbImage } from '../engine/image/rgbImage';
import type { Look } from '../engine/look';
import { UserError } from '../engine/userError';
import type { Raster } from '../formats/image/raster';

/** @throws UserError `apply-no-halation` when the look has none */
export function addHalation(
  raster: Raster,
  space: RgbSpaceId,
  { halation, name }: Look,
  amount: number,
): Raster {
  if (!halation) throw new UserError('apply-no-halation', { name });
  return onPixels(raster, space, (image) => renderHalation(image, halation, amount));
}

/** @throws UserError `apply-no-grain` when the look has none */
export function addGrain(
  raster: Raster,
  space: RgbSpaceId,
  { grain, name }: Look,
  amount: number,
  seed: number,
): Raster {
  if (!grain) throw new UserError('apply-no-grain', { name });
  return onPixels(raster, space, (image) => renderGrain(image, grain, { amount, seed }));
}

/** Gray pictures are changed by their own channel alone. */
function onPixels(raster: Raster, space: RgbSpaceId, change: (image: RgbImage) => RgbImage): Raster {
  const { width, height, channels, bitDepth, data } = raster;
  const max = bitDepth === 16 ? 65535 : 255;
  const colors = channels < 3 ? 1 : 3;
  const image = rgbImage(width, height, space);
  for (let i = 0, from = 0; i < image.data.length; i += 3, from += channels) {
    for (let c = 0; c < 3; c++) image.data[i + c] = data[from + Math.min(c, colors - 1)] / max;
  }
  const changed = change(image).data;
  const result = data.slice();
  for (let i = 0, to = 0; i < changed.length; i += 3, to += channels) {
    for (let c = 0; c < colors; c++) result[to + c] = Math.round(max * changed[i + c]);
  }
  return { ...raster, data: result };
}
