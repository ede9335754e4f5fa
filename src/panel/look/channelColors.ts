import type { CurveName } from '../../app/look/lookEdits';

/**
 * Bright enough on dark panels, dark enough on light ones, and told apart with every kind of color vision: vermilion
 * and bluish green of M. Okabe and K. Ito, “Color universal design”, 2008.
 */
export const CHANNEL_COLORS: Readonly<Record<CurveName, string>> = {
  tone: '#378ef0',
  red: '#d55e00',
  green: '#009e73',
  blue: '#4a86e8',
};
