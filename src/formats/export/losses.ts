/** What an export cannot carry, by code; the words are in src/app/texts.ts. */
export const LOSS_CODES = [
  /** Grain and halation are not colors: no table of colors holds them. */
  'grain-and-halation',
  /** Only curves along the gray axis. */
  'curves-only',
  /** The target's curves are known along the gray axis alone. */
  'curves-unproved',
  /** `bits` of each value. */
  'rounded',
  /** Made for pictures in `space`: the format, or its program, does not know the space of the look. */
  'other-space',
  /** Made for pictures in `space` because the user asked for it; the look works in `lookSpace`. */
  'chosen-space',
  /** The program reads the space from the file name. */
  'space-in-name',
  /** The file `name` has to stay beside, or has to be put where `program` looks for it. */
  'companion',
  'companion-in-lut-folder',
  /** Raw files start from another rendering than the photo that the look was learned on. */
  'base-rendering',
  /** Colors outside of `space` keep the change of the nearest color inside. */
  'outside-gamut',
  /** Tints of gray and differences between channels: a table by hue and saturation has no place for them. */
  'no-neutral-tint',
  /** Black and white points of a DNG tone curve are fixed. */
  'fixed-end-points',
  /** Not for a camera: no base profile was given. */
  'generic-camera',
  /** The base profile names no tone curve: the look is made for a linear rendering. */
  'base-without-curve',
  /** Nobody has proved this in the program itself. */
  'experimental',
  /** What layers can say of the look; see the ΔE. */
  'layers',
  /** On a color chart instead of a picture. */
  'chart',
] as const;

export type LossCode = (typeof LOSS_CODES)[number];

export interface Loss {
  readonly code: LossCode;
  /** Fill the blanks of the text. */
  readonly values?: Readonly<Record<string, string | number>>;
}
