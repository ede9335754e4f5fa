/**
 * By what a picture is known again under another name: MD5 over its size and its pixels, scaled down by Photoshop in the
 * document's own profile, whole whatever is selected, and without a look of ours. The file is out of the panel's reach, so that this never equals
 * the hash of a file, and says so in front: `pixels-64-md5:0123…`.
 */
import type { RgbImage } from '../engine/image/rgbImage';
import { md5 } from '../formats/md5';
import type { PhotoshopHost, PictureSource } from '../photoshop/photoshopHost';

/** 8 KB: hashed in a fraction of a frame even by code that has just been loaded, and enough to tell two photographs apart. */
const LONG_EDGE_PX = 64;
/** Width and height in front of the pixels, 32 bits each. */
const SIZE_BYTES = 8;

/** @throws UserError as `readPicture` does */
export async function readPixelHash(host: PhotoshopHost, source: PictureSource): Promise<string> {
  const profileOfDocumentId = source.documentId;
  const options = { longEdgePx: LONG_EDGE_PX, profileOfDocumentId, withoutReplaced: 'look' } as const;
  return hashPixels(await host.readPicture(source, options));
}

/** Of 8 bits, as the last bits of a scaled picture may differ between versions of Photoshop. */
export function hashPixels({ width, height, data }: RgbImage): string {
  const bytes = new Uint8Array(SIZE_BYTES + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width, true);
  view.setUint32(4, height, true);
  for (let i = 0; i < data.length; i++)
    bytes[SIZE_BYTES + i] = Math.round(255 * Math.min(1, Math.max(0, data[i])));
  return `pixels-${LONG_EDGE_PX}-md5:${md5(bytes).toLowerCase()}`;
}
