import { createImageDecoder, type DecodeImage } from './imageDecoder';
import { decodePng } from './png/decodePng';
import { decodeTiff } from './tiff/decodeTiff';

/**
 * For pictures that hold numbers rather than a scene: PNG and TIFF, which keep every code. A JPEG is refused. Unlike
 * `decodeImage` this is light enough for the plugin.
 */
export const decodeLossless: DecodeImage = createImageDecoder({ png: decodePng, tiff: decodeTiff });
