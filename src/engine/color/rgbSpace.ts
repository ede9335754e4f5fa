/** The RGB working spaces that Filmfit knows by name. Pixel values are always *encoded* (gamma) unless a name says linear. */
export const RGB_SPACE_IDS = ['srgb', 'adobe-rgb', 'display-p3', 'prophoto', 'rec2020'] as const;

export type RgbSpaceId = (typeof RGB_SPACE_IDS)[number];
