/** The film picture on the digital picture's pixels, and how far each of them shows the same thing in both. */
import type { Alignment } from './alignment';
import { findPictureArea } from './findPictureArea';
import { composeHomographies, localScale, resizeHomography } from './homography';
import { scaleWarp } from './localWarp';
import { measureReliability } from './measureReliability';
import { createFilmGrid, warpRows } from './warpFilm';
import type { ImagePair, Plane, RgbImage } from '../image/rgbImage';
import { rgbImage } from '../image/rgbImage';
import { resizeAreaInSlices } from '../image/resizeArea';
import { stretchedLuma } from '../image/stretchedLuma';
import type { Task } from '../task';
import { within } from '../task';

const SAMPLES_PER_STEP = 30000;

/**
 * `alignment` is in the pixels of `pair`. The film keeps its space and values; where its frame does not reach, its edge
 * is repeated and the reliability is 0.
 */
export function* registerFilm(
  pair: ImagePair,
  alignment: Alignment,
): Task<{ film: RgbImage; reliability: Plane }> {
  const { width, height } = pair.digital;
  // A film picture of finer pixels is averaged down first, or it would be sampled with gaps.
  const zoom = Math.min(1, localScale(alignment.filmToDigital, pair.film.width / 2, pair.film.height / 2));
  const source = yield* within(
    resizeAreaInSlices(
      pair.film,
      Math.max(1, Math.round(pair.film.width * zoom)),
      Math.max(1, Math.round(pair.film.height * zoom)),
      'align.register',
    ),
    0,
    0.1,
  );
  yield { stage: 'align.register', fraction: 0.1 };
  const filmToDigital = composeHomographies(
    alignment.filmToDigital,
    resizeHomography(pair.film.width / source.width, pair.film.height / source.height),
  );
  const warp = alignment.warp && scaleWarp(alignment.warp, width, height);
  const grid = createFilmGrid(filmToDigital, warp, width, height);
  const film = rgbImage(width, height, pair.film.space);
  const rows = Math.max(1, Math.floor(SAMPLES_PER_STEP / width));
  for (let y = 0; y < height; y += rows) {
    warpRows(source.data, 3, source.width, source.height, grid, film.data, y, Math.min(height, y + rows));
    yield { stage: 'align.register', fraction: 0.1 + (0.35 * y) / height };
  }
  const gray = yield* within(stretchedLuma(source, 'align.register'), 0.45, 0.49);
  const frame = yield* within(findPictureArea(gray, 'align.register'), 0.49, 0.5);
  const reliability = yield* within(
    measureReliability({ film, digital: pair.digital, grid, frame, negative: alignment.negative }),
    0.5,
    1,
  );
  return { film, reliability };
}
