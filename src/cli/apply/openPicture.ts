import { decodeImage, imageTypeOf } from '../../formats/image/decodeImage';
import { withFileName } from '../../formats/image/imageDecoder';
import type { Raster, RasterHead } from '../../formats/image/raster';
import { openTiff } from '../../formats/image/tiff/decodeTiff';
import type { OpenFile } from './fileSource';

/** A picture whose pixels come in bands from the top to the bottom. */
export interface OpenPicture {
  readonly head: RasterHead;
  readonly compressed: boolean;
  readonly bands: () => Iterator<{ readonly rows: number; readonly data: Uint8Array | Uint16Array }>;
}

const BAND_PIXELS = 1 << 18;

/** TIFFs are read band by band, as they are asked for; PNG and JPEG at once. @throws UserError `image-…` */
export function openPicture(source: OpenFile, file: string): OpenPicture {
  if (imageTypeOf(source.head) === 'tiff') {
    const { head, compressed, bands } = withFileName(file, () => openTiff(source));
    return { head, compressed, bands };
  }
  const raster = decodeImage(source.read(0, source.length), file);
  const { data, ...head } = raster;
  return { head, compressed: true, bands: () => bandsOf(raster, data) };
}

function* bandsOf({ width, height, channels }: RasterHead, data: Raster['data']) {
  const rows = Math.max(1, Math.floor(BAND_PIXELS / width));
  for (let top = 0; top < height; top += rows) {
    const bottom = Math.min(height, top + rows);
    yield { rows: bottom - top, data: data.subarray(top * width * channels, bottom * width * channels) };
  }
}
