/**
 * Curves and Levels hold one record for the composite and one a channel. Which records play red, green and blue
 * depends on the document: 1, 2, 3 in RGB; a gray document has one; a CMYK document has four.
 */
export type ChannelRecords = readonly [red: number, green: number, blue: number];

export const RGB_RECORDS: ChannelRecords = [1, 2, 3];
