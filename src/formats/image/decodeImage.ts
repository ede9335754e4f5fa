import { createImageDecoder, type DecodeImage } from './imageDecoder';
import { decodeJpeg } from './jpeg/decodeJpeg';
import { decodePng } from './png/decodePng';
import { decodeTiff } from './tiff/decodeTiff';

export { imageTypeOf } from './imageDecoder';

/**
 * Reads a TIFF, PNG or JPEG by its content, whatever its name.
 * @param fileName only for the error: every error names the file.
 * @throws UserError `image-damaged`, `image-unsupported`, `image-unknown-format`, `image-empty` or `image-too-large`
 */
export const decodeImage: DecodeImage = createImageDecoder({
  jpeg: decodeJpeg,
  png: decodePng,
  tiff: decodeTiff,
});
