/** What the user knows about the scan of a negative that no picture tells. */

/** `profile`: as the color profile says; the others are powers, 1 being linear light. */
export const SCAN_CURVES = ['profile', 'linear', 'gamma-1.8', 'gamma-2.2'] as const;
export type ScanCurve = (typeof SCAN_CURVES)[number];

/** The power that turns scan values into light; null where the profile says it. */
export const SCAN_GAMMAS: Readonly<Record<ScanCurve, number | null>> = {
  profile: null,
  linear: 1,
  'gamma-1.8': 1.8,
  'gamma-2.2': 2.2,
};

export const FILM_BASE_SOURCES = ['scan', 'selection'] as const;
export type FilmBaseSource = (typeof FILM_BASE_SOURCES)[number];
