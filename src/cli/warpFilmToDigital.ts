import type { Alignment } from '../engine/align/alignment';
import { composeHomographies, localScale, resizeHomography } from '../engine/align/homography';
import { scaleWarp } from '../engine/align/localWarp';
import { createFilmGrid, filmPositionsOfRow, warpRows } from '../engine/align/warpFilm';
import { nextTurn } from '../compute/runSliced';
import { rasterToRgbImage, uprightSize } from '../formats/image/rasterToRgbImage';
import type { Raster } from '../formats/image/raster';
import { fullSizeHomography } from './alignmentReport';
import type { ReadPair } from './readPair';

const STRIP_PIXELS = 1 << 18;

/**
 * The film picture on the pixels of the full-size digital photo, in the film's own colors and bit depth.
 * @param withAlpha the result is transparent where the film does not reach; otherwise black
 */
export async function warpFilmToDigital(
  pair: ReadPair,
  alignment: Alignment,
  withAlpha: boolean,
  signal: AbortSignal,
): Promise<Raster> {
  const film = pair.film.raster;
  const { width, height } = uprightSize(pair.digital.raster);
  const filmSize = uprightSize(film);
  const homography = fullSizeHomography(alignment, pair);
  // A film picture of finer pixels is averaged down first, or it would be sampled with gaps.
  const zoom = Math.min(1, localScale(homography, filmSize.width / 2, filmSize.height / 2));
  const longEdgePx = Math.ceil(zoom * Math.max(film.width, film.height));
  const source = rasterToRgbImage(film, { longEdgePx, space: pair.film.space });
  const toFilm = resizeHomography(filmSize.width / source.width, filmSize.height / source.height);
  const warp = alignment.warp && scaleWarp(alignment.warp, width, height);
  const grid = createFilmGrid(composeHomographies(homography, toFilm), warp, width, height);
  const warped = new Float32Array(3 * width * height);
  const channels = withAlpha ? 4 : 3;
  const length = width * height * channels;
  const data = film.bitDepth === 16 ? new Uint16Array(length) : new Uint8Array(length);
  const max = film.bitDepth === 16 ? 65535 : 255;
  const x = new Float32Array(width);
  const y = new Float32Array(width);
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width));
  for (let top = 0; top < height; top += rows) {
    signal.throwIfAborted();
    await nextTurn();
    const bottom = Math.min(height, top + rows);
    warpRows(source.data, 3, source.width, source.height, grid, warped, top, bottom);
    for (let row = top; row < bottom; row++) {
      filmPositionsOfRow(grid, row, x, y);
      for (let i = 0; i < width; i++) {
        const isInside =
          Math.min(x[i], y[i]) >= -0.5 && x[i] <= source.width - 0.5 && y[i] <= source.height - 0.5;
        if (!isInside) continue;
        const from = 3 * (row * width + i);
        const to = channels * (row * width + i);
        for (let c = 0; c < 3; c++)
          data[to + c] = Math.round(max * Math.min(1, Math.max(0, warped[from + c])));
        if (withAlpha) data[to + 3] = max;
      }
    }
  }
  return {
    width,
    height,
    channels,
    bitDepth: film.bitDepth,
    data,
    orientation: 1,
    fileType: film.fileType,
    ...(film.iccProfile && film.channels >= 3 && { iccProfile: film.iccProfile }),
  };
}
