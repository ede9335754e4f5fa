/** The small picture that a style file carries: what the look makes of the user's picture, or of a chart of colors. */
import { convertRgbImage, createRgbConverter } from '../../engine/color/convertRgb';
import { fitLongEdge, resizeArea } from '../../engine/image/resizeArea';
import { rgbImage, type RgbImage } from '../../engine/image/rgbImage';
import type { Look } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';
import { encodeBase64 } from '../base64';
import { encodePng } from '../image/png/encodePng';
import { rgbImageToRaster } from '../image/rgbImageToRaster';
import { chartFor } from '../psd/colorChart';

/** Even uncompressed such a picture stays below the 64 KB that a style may spend on it. */
export const THUMBNAIL_LONG_EDGE_PX = 128;

/**
 * @param picture of any size, without the look; @default a chart of grays and hues
 * @returns a `data:` URL of an sRGB PNG, at most 128 pixels a side
 */
export function renderThumbnail(look: Look, picture: RgbImage = chartImage(look)): string {
  const { width, height } = fitLongEdge(picture.width, picture.height, THUMBNAIL_LONG_EDGE_PX);
  const small = convertRgbImage(resizeArea(picture, width, height), look.space);
  const data = new Float32Array(small.data.length);
  createLookMapper(look)(small.data, data, width * height);
  createRgbConverter(look.space, 'srgb')(data, data, width * height);
  const png = encodePng(rgbImageToRaster(rgbImage(width, height, 'srgb', data), 8));
  return `data:image/png;base64,${encodeBase64(png)}`;
}

function chartImage(look: Look): RgbImage {
  const { width, height, pixels } = chartFor(look);
  return rgbImage(
    width,
    height,
    look.space,
    Float32Array.from(pixels, (code) => code / 65535),
  );
}
