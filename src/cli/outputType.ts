import { UserError } from '../engine/userError';
import { imageTypeOfFileName } from '../formats/image/encodeImage';
import type { ImageFileType } from '../formats/image/raster';

/** @throws UserError `image-output-type` when the name does not say what kind of picture to write */
export function outputType(file: string): ImageFileType {
  const type = imageTypeOfFileName(file);
  if (type === null) throw new UserError('image-output-type', { file });
  return type;
}
