import { UserError } from '../../engine/userError';
import { MAX_PIXELS, MAX_SIDE_PX } from './raster';

/**
 * The file contradicts its own format; `what` ends the sentence "The file is damaged: …".
 * @param byte where in the file, or in the part of it that is being read (see `readPartAt`)
 */
export function damagedImage(what: string, byte?: number, cause?: unknown): UserError {
  const place = byte === undefined ? '' : ` (byte ${byte})`;
  return new UserError(
    'image-damaged',
    { detail: `${what}${place}`, what, ...(byte !== undefined && { byte }) },
    cause === undefined ? undefined : { cause },
  );
}

/** Reads a part of a file that begins at `start`: damage in it is told by the byte of the file. */
export function readPartAt<T>(start: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'image-damaged') throw error;
    const { what, byte } = error.values;
    throw damagedImage(String(what), start + Number(byte ?? 0), error.cause);
  }
}

/** The file is sound, but of a kind that Filmfit does not read; `detail` names the kind, `remedy` what to save instead. */
export function unsupportedImage(detail: string, remedy: string): UserError {
  return new UserError('image-unsupported', { detail, remedy });
}

/**
 * @param byte where the file says its size
 * @throws UserError `image-damaged` or `image-too-large`, before anything is allocated for the pixels.
 */
export function checkImageSize(width: number, height: number, byte?: number, maxPixels = MAX_PIXELS): void {
  if (width < 1 || height < 1) throw damagedImage(`it claims to be ${width} × ${height} pixels`, byte);
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > maxPixels) {
    throw new UserError('image-too-large', { width, height, limitMp: Math.floor(maxPixels / 1e6) });
  }
}
