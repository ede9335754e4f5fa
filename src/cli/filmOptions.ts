/** What the command line can say about the film of a match. */
import { convertRgbImage } from '../engine/color/convertRgb';
import type { FilmOptions } from '../engine/estimation';
import type { RgbImage } from '../engine/image/rgbImage';
import { NEGATIVE_KINDS } from '../engine/negative/inversion';
import type { NegativeChoice } from '../engine/negative/invertPairs';
import { rasterToRgbImage } from '../formats/image/rasterToRgbImage';
import type { ReadPair } from './readPair';
import { UsageError } from './usageError';

export const FILM_OPTIONS = {
  negative: 'text',
  linear: 'flag',
  'no-grain': 'flag',
  'no-halation': 'flag',
} as const;

export const FILM_OPTIONS_HELP = `  --negative KIND     what the film picture is: auto (default), no, ${NEGATIVE_KINDS.join(', ')}
  --linear            the scan of the negative is in linear light
  --no-grain          leave grain out of the look
  --no-halation       leave the glow around highlights out of the look
`;

/** Grain is measured in pixels as fine as these; finer ones show the scanner. */
const DETAIL_LONG_EDGE_PX = 4000;

const CHOICES: readonly NegativeChoice[] = ['auto', 'no', ...NEGATIVE_KINDS];

/** @throws UsageError */
export function readFilmOptions(values: Readonly<Record<string, string | boolean | undefined>>): FilmOptions {
  const negative =
    values.negative === undefined ? 'auto' : CHOICES.find((choice) => choice === values.negative);
  if (!negative) {
    throw new UsageError(`--negative is one of ${CHOICES.join(', ')}, not “${String(values.negative)}”.`);
  }
  return {
    negative,
    scanGamma: values.linear === true ? 1 : null,
    grain: values['no-grain'] !== true,
    halation: values['no-halation'] !== true,
  };
}

/** The film picture with nearly all of its pixels, in the space of the pair. */
export function filmDetail({ film, images }: ReadPair): RgbImage {
  const detail = rasterToRgbImage(film.raster, { longEdgePx: DETAIL_LONG_EDGE_PX, space: film.space });
  return convertRgbImage(detail, images.film.space);
}
