/** What is known about the tones of a scan: 'auto' tries both. */
export const POLARITIES = ['auto', 'negative', 'positive'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** Whether a reading as negative (or as positive) is to be tried. */
export function hasPolarity(polarity: Polarity, negative: boolean): boolean {
  return polarity === 'auto' || (polarity === 'negative') === negative;
}
