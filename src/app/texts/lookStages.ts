/** The Look tab: the stages of a look that are folded away. */
import { formatNumber, formatPercent } from '../formatNumber';
import { NAME_TEXTS } from './names';

const { channels } = NAME_TEXTS;
type Channel = keyof typeof channels;

export const LOOK_STAGES_TEXTS = {
  changed: 'changed',
  mixing: {
    heading: 'Color mixing',
    help: 'How much light of the other two each channel takes. It gives up as much of its own, so that grays stay gray. Zero is what was learned.',
    from: (into: Channel, from: Channel) => `${channels[into]} from ${channels[from].toLowerCase()} (%)`,
    fromHelp:
      'Percent of the other channel’s light in this one. Above zero colors come nearer to each other, below zero further apart.',
    own: (channel: Channel) => `${channels[channel]} of its own`,
    ownHelp: 'What is left for the channel itself: 100 % less what it takes from the others.',
    share: formatPercent,
  },
  chroma: {
    heading: 'Pale and vivid colors',
    help: 'Saturation by how colorful the photo is there: gray at the left, vivid at the right. Drag a point, click it twice to take it back, or type below. Line in the middle: as in the photo.',
    points: ['Grayish', 'Pale', 'Soft', 'Strong', 'Vivid'],
    point: (point: string) => `${point} colors (%)`,
    pointHelp: 'How much more or less colorful they become, in percent of what was learned.',
    factor: formatPercent,
  },
  residual: {
    heading: 'Fine corrections',
    help: 'What the film does that no control above can say: a small shift for every color.',
    strength: 'Strength (%)',
    strengthHelp:
      '100 % is what was learned, 0 % leaves only what the other controls say, 200 % doubles it. Beside it: how far colors are shifted on the whole, in levels of 255.',
    spread: (levels: number) => `± ${formatNumber(levels, 1)}`,
    levels: (spread: string) => `${spread} levels`,
    none: 'This look has none: the other controls say all of it.',
  },
} as const;
