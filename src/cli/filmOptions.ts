/** What the command line can say about the film of a match. */
import { convertRgbImage } from '../engine/color/convertRgb';
import type { FilmOptions } from '../engine/estimation';
import type { RgbImage } from '../engine/image/rgbImage';
import { FILM_FORMAT_IDS, type FilmFormat } from '../engine/grain/filmFormats';
import { NEGATIVE_KINDS } from '../engine/negative/inversion';
import { NEGATIVE_CHOICES } from '../engine/negative/invertPairs';
import { rasterToRgbImage } from '../formats/image/rasterToRgbImage';
import type { ReadPair } from './readPair';
import { UsageError } from './usageError';

const KNOWN_FORMATS = FILM_FORMAT_IDS.filter((id) => id !== 'unknown');

export const FILM_OPTIONS = {
  'film-format': 'text',
  negative: 'text',
  linear: 'flag',
  'scan-gamma': 'text',
  flat: 'text',
  'no-grain': 'flag',
  'no-halation': 'flag',
} as const;

export const FILM_OPTIONS_HELP = `  --negative KIND     what the film picture is: auto (default), no, ${NEGATIVE_KINDS.join(', ')}
  --film-format F     what the whole scan shows, to tell the size of grain in µm: ${KNOWN_FORMATS.join(', ')}
  --linear            the scan of the negative is in linear light
  --scan-gamma G      it was encoded with this gamma (0.5 to 4), whatever its profile says
  --flat FILE         the light of the scans without film, framed as they are; what is uneven is taken out of them
  --no-grain          leave grain out of the look
  --no-halation       leave the glow around highlights out of the look
`;

/** @throws UsageError */
export function readFilmFormat(value: string | undefined): FilmFormat {
  if (value === undefined) return 'unknown';
  const format = KNOWN_FORMATS.find((known) => known === value);
  if (!format) throw new UsageError(`--film-format is one of ${KNOWN_FORMATS.join(', ')}, not “${value}”.`);
  return format;
}

/** Grain is measured in pixels as fine as these; finer ones show the scanner. */
const DETAIL_LONG_EDGE_PX = 4000;

/** The power that turns scan values into light; null: as the profile says. @throws UsageError */
export function readScanGamma(values: Readonly<Record<string, string | boolean | undefined>>): number | null {
  const text = values['scan-gamma'];
  if (text === undefined) return values.linear === true ? 1 : null;
  if (values.linear === true) throw new UsageError('--linear and --scan-gamma exclude each other.');
  const gamma = Number(text);
  if (!(gamma >= 0.5 && gamma <= 4)) {
    throw new UsageError(`--scan-gamma is a number from 0.5 to 4, not “${String(text)}”.`);
  }
  return gamma;
}

/** @throws UsageError */
export function readFilmOptions(values: Readonly<Record<string, string | boolean | undefined>>): FilmOptions {
  const negative =
    values.negative === undefined ? 'auto' : NEGATIVE_CHOICES.find((choice) => choice === values.negative);
  if (!negative) {
    throw new UsageError(
      `--negative is one of ${NEGATIVE_CHOICES.join(', ')}, not “${String(values.negative)}”.`,
    );
  }
  return {
    negative,
    scanGamma: readScanGamma(values),
    grain: values['no-grain'] !== true,
    halation: values['no-halation'] !== true,
  };
}

/** More pictures would fill the memory and say little more. */
const MAX_DETAILS = 4;

export function filmDetails(pairs: readonly ReadPair[]): (RgbImage | null)[] {
  return pairs.map((pair, i) => (i < MAX_DETAILS ? filmDetail(pair) : null));
}

/** The film picture with nearly all of its pixels, in the space of the pair. */
function filmDetail({ film, images }: ReadPair): RgbImage {
  const detail = rasterToRgbImage(film.raster, { longEdgePx: DETAIL_LONG_EDGE_PX, space: film.space });
  return convertRgbImage(detail, images.film.space);
}
