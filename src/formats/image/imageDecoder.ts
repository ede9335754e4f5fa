import { UserError } from '../../engine/userError';
import { damagedImage, unsupportedImage } from './damagedImage';
import type { ImageFileType, Raster } from './raster';

/** @param maxPixels larger pictures are refused before memory is taken. @default MAX_PIXELS */
export type DecodeImage = (bytes: Uint8Array, fileName: string, maxPixels?: number) => Raster;

const SIGNATURES: readonly { readonly type: ImageFileType; readonly bytes: readonly number[] }[] = [
  { type: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'tiff', bytes: [0x49, 0x49, 42, 0] },
  { type: 'tiff', bytes: [0x4d, 0x4d, 0, 42] },
];

/** A reader of some file types, told by their content; the others are refused by name. */
export function createImageDecoder(
  decoders: Readonly<Partial<Record<ImageFileType, (bytes: Uint8Array, maxPixels?: number) => Raster>>>,
): DecodeImage {
  return (bytes, fileName, maxPixels) =>
    withFileName(fileName, () => {
      if (bytes.length === 0) throw new UserError('image-empty');
      const type = imageTypeOf(bytes);
      if (type === null) throw unknownFormat(bytes);
      const decode = decoders[type];
      if (!decode) throw unsupportedImage(`a ${type.toUpperCase()} picture`, 'Use a PNG or TIFF.');
      // A plain view: Node's Buffer, which is a Uint8Array too, means something else by `slice`.
      return decode(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), maxPixels);
    });
}

/** Every error of a reader names the file; one that is no UserError means that the file makes no sense. */
export function withFileName<T>(fileName: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const known =
      error instanceof UserError ? error : damagedImage('its content makes no sense', undefined, error);
    throw new UserError(known.code, { ...known.values, file: fileName }, { cause: known.cause ?? error });
  }
}

export function imageTypeOf(bytes: Uint8Array): ImageFileType | null {
  const match = SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte));
  return match?.type ?? null;
}

/** Names what people most often try. */
function unknownFormat(bytes: Uint8Array): UserError {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith('8BPS')) return unsupportedImage('a Photoshop document', 'Save a copy as TIFF.');
  if (head.startsWith('RIFF')) return unsupportedImage('a WebP picture', 'Save it as TIFF, PNG or JPEG.');
  if (head.slice(4, 8) === 'ftyp')
    return unsupportedImage('a HEIC or AVIF picture', 'Save it as TIFF, PNG or JPEG.');
  if (/^(II|MM)[+\0]/.test(head)) return unsupportedImage('a BigTIFF', 'Save it as an ordinary TIFF.');
  return new UserError('image-unknown-format');
}
