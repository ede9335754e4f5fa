import { imageTypeOfFileName } from '../formats/image/encodeImage';
import type { ImageFileType } from '../formats/image/raster';
import { UsageError } from './usageError';

/** @throws UsageError when the name does not say what kind of picture to write */
export function outputType(file: string): ImageFileType {
  const type = imageTypeOfFileName(file);
  if (type === null) throw new UsageError(`--out ends in .tif, .png or .jpg; “${file}” does not.`);
  return type;
}
