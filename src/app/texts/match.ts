/** Matching a pair: the button, points by hand, the stages of the work. */
import { roundSeconds } from '../formatNumber';

export const MATCH_TEXTS = {
  match: {
    button: 'Match',
    again: 'Match again',
    cancel: 'Cancel',
    change: 'Change',
    hint: 'Lays the film over the photo and learns its colors. Your pictures are only read.',
  },

  options: {
    show: 'More options…',
    hide: 'Hide the options',
    maskSky: 'Leave the sky out',
    maskSkyHelp:
      'For clouds that moved between the two shots, or a sky that a filter has darkened in the photo alone: they would teach wrong colors. Without the sky its blue is guessed from other colors.',
  },

  hints: {
    show: 'Help with the alignment…',
    hide: 'Hide the help with the alignment',
    points: (count: number, min: number, max: number) =>
      `Points by hand: ${count} (from ${min} on they are used, ${max} at most)`,
    next: {
      film: 'Click a place in the film picture, a corner that you can find again.',
      digital: 'Now click the same place in the digital picture.',
    },
    enough: 'That is enough. Press Match.',
    middle: 'Put it in the middle',
    choose: 'Move a point: drag it, or give its place here.',
    place: {
      film: (point: number) => `Film, point ${point}`,
      digital: (point: number) => `Digital, point ${point}`,
    },
    across: '% across',
    down: '% down',
    takeBack: 'Take back the last',
    clear: 'Clear',
  },

  stages: {
    read: 'Reading the pictures',
    align: 'Laying the film over the photo',
    'align.prepare': 'Preparing the pictures',
    'align.features': 'Finding details in both pictures',
    'align.match': 'Finding the same details in both',
    'align.refine': 'Fine alignment',
    'align.warp': 'Straightening the film',
    'align.register': 'Straightening the film',
    sample: 'Comparing colors',
    fit: 'Learning the film’s colors',
    'fit.light': 'Telling light and color apart',
    negative: 'Inverting the negative',
    grain: 'Measuring the grain',
    halation: 'Measuring the glow around highlights',
    'fit.validate': 'Testing the look on colors that it has not seen',
    project: 'Building Photoshop layers',
    compare: 'Trying other models',
    measure: 'Measuring the result',
    confidence: 'Finding out which colors are sure',
    'negative.flat': 'Evening out the light of the scan',
    'negative.invert': 'Inverting the negative',
    render: 'Rendering the result',
    preview: 'Drawing the preview',
    export: 'Writing the file',
    all: 'Working',
  } as Readonly<Record<string, string>>,

  /** “about 12 s left” */
  timeLeft: (ms: number) => `about ${roundSeconds(ms)} s left`,
} as const;
