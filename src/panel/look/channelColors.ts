import type { CurveName } from '../../app/look/lookEdits';

/** Bright enough on dark panels, dark enough on light ones. */
export const CHANNEL_COLORS: Readonly<Record<CurveName, string>> = {
  tone: '#378ef0',
  red: '#e0525c',
  green: '#3da35d',
  blue: '#4a86e8',
};
