/** What the preview can lay over what. */
export const COMPARED_PICTURES = ['film-result', 'film-digital', 'digital-result'] as const;
/** `film-result`: how near the look comes. `film-digital`: how well the two are aligned. `digital-result`: before and after. */
export type ComparedPictures = (typeof COMPARED_PICTURES)[number];

export const COMPARE_MODES = ['wipe', 'blink', 'difference', 'edges', 'guesses'] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];
