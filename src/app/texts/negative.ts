/** Scanned negatives. */
import type { FilmBaseSource, ScanCurve } from '../negative/scanOptions';

export const NEGATIVE_TEXTS = {
  heading: 'Scanned negative',
  groupName: 'Inversion',
  film: 'The film scan is',
  choices: {
    auto: 'Find out',
    no: 'Positive',
    color: 'Color negative, orange mask',
    'color-pale': 'Color negative, pale mask',
    'black-and-white': 'Black-and-white negative',
  },
  kinds: {
    color: 'Color negative with an orange mask',
    'color-pale': 'Color negative with a pale mask',
    'black-and-white': 'Black-and-white negative',
  },
  origins: {
    reference: 'measured with the digital photo: good for the whole roll',
    blind: 'guessed from the scan alone',
  },
  useRoll: 'With the numbers of this look’s roll',
  noRoll: 'This look was not learned from a negative: the scan is inverted by itself, which is a guess.',
  document: 'This document is',
  curve: 'Values of the scan',
  curveHelp: 'Densities need light: say so when the scanner did not write what the profile tells.',
  curves: {
    profile: 'As the color profile tells',
    linear: 'Linear light',
    'gamma-1.8': 'Gamma 1.8',
    'gamma-2.2': 'Gamma 2.2',
  } satisfies Record<ScanCurve, string>,
  base: 'Film base',
  bases: {
    scan: 'Find it in the scan',
    selection: 'Unexposed film is selected',
  } satisfies Record<FilmBaseSource, string>,
  baseHelp:
    'The rebate or a gap between frames is best. Without any in the picture the deepest shadow stands in.',
  flat: 'Flat frame',
  noFlat: 'None: the light is even',
  flatHelp:
    'The light without film, taken with nothing moved: what is uneven goes into a layer that evens it out.',
  flatMatchHelp: 'The light without film, taken with nothing moved: what is uneven is taken out of the scan.',
  flatLayer: 'Flat field',
  invert: 'Invert this frame',
  exposure: 'Lighter or darker (1/100 EV)',
  exposureHelp: 'As if the print had been exposed shorter or longer: 100 is one stop. 0 is as measured.',
  contrast: 'Contrast (%)',
  contrastHelp: 'Of the print: 100 % is as measured, less is softer, more is harder.',
  help: 'As Curves and Channel Mixer layers in a group of their own, below the look. Invert first, then apply the look.',
  done: (name: string) => `“${name}” is positive now.`,
  guessed:
    'This is a guess from the scan alone: exposure and neutrals may be off. With a pair they are measured.',
  numbers: {
    base: 'Film base (density)',
    maxDensity: 'Highest density above it',
    gamma: 'Contrast (print over film)',
    offset: 'Offset',
  },
  numberHelp: {
    base: 'How dark the film is where no light fell on it: the orange mask of a color negative. 0.3 halves the light, 1 leaves a tenth of it.',
    maxDensity:
      'How much darker than its base the scan’s darkest place is, the lightest one of the scene. Density as above.',
    gamma:
      'How many times the contrast of the print is that of the negative, in each channel. Unequal numbers straighten a color that changes from shadows to highlights.',
    offset:
      'How light the print is, in each channel, in powers of ten of its light. Unequal numbers take out a cast.',
    crosstalk:
      'What a channel takes of the scan’s three densities: 1 of its own and 0 of the others when dyes and scanner do not mix.',
  },
  /** A row of the matrix: what one channel takes of the three. */
  crosstalkInto: (channel: string) => `Crosstalk, into ${channel}`,
  scannerCurve: {
    profile: (space: string) => `Scanner curve: removed as the profile (${space}) tells.`,
    linear: 'Scanner curve: none, the scan is linear.',
    gamma: (gamma: string) => `Scanner curve: removed as a gamma of ${gamma}, as was said.`,
    unknown:
      'A further curve of the scanner is not estimated: a pair cannot tell it from the film’s contrast, which holds it.',
  },
} as const;
