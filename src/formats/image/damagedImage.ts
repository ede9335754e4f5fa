import { UserError } from '../../engine/userError';
import { MAX_PIXELS, MAX_SIDE_PX } from './raster';

/** The file contradicts its own format; `detail` ends the sentence "The file is damaged: …". */
export function damagedImage(detail: string, cause?: unknown): UserError {
  return new UserError('image-damaged', { detail }, cause === undefined ? undefined : { cause });
}

/** The file is sound, but of a kind that Filmfit does not read; `detail` names the kind, `remedy` what to save instead. */
export function unsupportedImage(detail: string, remedy: string): UserError {
  return new UserError('image-unsupported', { detail, remedy });
}

/** @throws UserError `image-damaged` or `image-too-large`, before anything is allocated for the pixels. */
export function checkImageSize(width: number, height: number, maxPixels = MAX_PIXELS): void {
  if (width < 1 || height < 1) throw damagedImage(`it claims to be ${width} × ${height} pixels`);
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > maxPixels) {
    throw new UserError('image-too-large', { width, height, limitMp: Math.floor(maxPixels / 1e6) });
  }
}
