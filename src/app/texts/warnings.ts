/** What may be less sure than it looks, and what helps. */
import type { TextWithRemedy } from './textWithRemedy';

/** By `EstimateWarning.code`; what it means and what helps. */
export const WARNING_TEXTS = {
  'align.unsure': {
    title: 'The film may not lie exactly on the photo.',
    remedy:
      'Blink “Film and digital” above. If it jumps, crop borders away or use pictures from nearer viewpoints.',
  },
  'align.small-overlap': {
    title: 'The film covers only {overlap} of the photo.',
    remedy: 'Colors outside of it are guessed. A photo with the same framing teaches more.',
  },
  'colors.extrapolated': {
    title: '{share} of the photo has colors that the pair does not show on film.',
    remedy: 'There the look is a guess. A second pair of the same film with such colors teaches them.',
  },
  'difference.not-better': {
    title: 'The layers do not bring the photo nearer to the film.',
    remedy: 'Is the film picture already edited like the photo, or swapped with it? Check the pair.',
  },
  'difference.large': {
    title: 'A clear difference to the film remains.',
    remedy:
      'Local light, mixed lighting or heavy editing cannot be said with color layers. “Difference” shows where.',
  },
  'profile.unknown': {
    title: '“{name}” has a color profile that Filmfit does not know; it was read as sRGB.',
    remedy: 'Convert it with Edit › Convert to Profile (sRGB, Adobe RGB, Display P3, ProPhoto or Rec. 2020).',
  },
  default: {
    title: 'The result may be less sure than usual ({code}).',
    remedy: 'Look at the preview before you rely on it.',
  },
} as Readonly<Record<string, TextWithRemedy>>;
