/** Long edge in mm of what a whole frame shows, ISO 1007 and 732 and the makers' film gates. */
export const FILM_FORMATS = {
  '35mm': 36,
  half: 24,
  '645': 56,
  '66': 56,
  '67': 70,
  '69': 84,
  '4x5': 120,
} as const;

/** Without it sizes on the film are not known, only in pixels. */
export type FilmFormat = keyof typeof FILM_FORMATS | 'unknown';

export const FILM_FORMAT_IDS: readonly FilmFormat[] = [
  'unknown',
  '35mm',
  'half',
  '645',
  '66',
  '67',
  '69',
  '4x5',
];
