/** The choice of the pair: film and digital, what is missing, and what a document is read as. */
import type { TextWithRemedy } from './textWithRemedy';

export const PICTURE_TEXTS = {
  roles: { film: 'Film', digital: 'Digital' },

  roleHints: { film: 'The scan whose look you want', digital: 'The same scene, from a digital camera' },

  choosePicture: 'Choose a picture…',

  swap: 'Swap',

  swapHint: 'Film and digital are the wrong way round? Swap them.',

  missing: {
    'no-document': {
      title: 'Open two pictures of the same scene',
      remedy:
        'Filmfit needs a film scan and a digital photo of the same scene. Open both in Photoshop, as two documents or as two layers of one.',
    },
    'one-document': {
      title: 'Open the second picture',
      remedy:
        'One picture is open. Open the other one of the same scene too: Filmfit needs a film scan and a digital photo.',
    },
    'nothing-readable': {
      title: 'These documents cannot be read',
      remedy: 'Filmfit reads RGB documents of 8 or 16 bits. Convert with Image › Mode › RGB Color.',
    },
    film: { title: 'Which picture is the film scan?', remedy: 'Choose it under Film.' },
    digital: { title: 'Which picture is the digital photo?', remedy: 'Choose it under Digital.' },
    'film-unsupported': { title: 'The film picture cannot be read', remedy: '{reason}' },
    'digital-unsupported': { title: 'The digital picture cannot be read', remedy: '{reason}' },
  } satisfies Record<string, TextWithRemedy>,

  unsupported: {
    'mode-not-rgb': 'It is not an RGB document. Convert it with Image › Mode › RGB Color.',
    'depth-32': 'It has 32 bits per channel. Convert it with Image › Mode › 16 Bits/Channel.',
    'empty-layer': 'The layer holds no pixels. Choose another layer or the whole document.',
  } satisfies Record<string, string>,

  selectionOnly: 'Selection only',

  selectionOnlyHint: 'Reads only the box around the selection, for scans with borders or several frames.',

  convert: {
    button: (name: string) => `Convert “${name}” to RGB…`,
    hint: 'RGB with 8 or 16 bits per channel, in one undo step. Layers stay.',
  },

  profileUnknown: 'Unknown color profile: read as sRGB.',

  profileUntagged: 'No color profile: read as sRGB.',

  scan: {
    found: {
      masked: 'Color negative (orange mask): Match inverts it first.',
      unmasked: 'No orange mask: a positive, or a negative that Match tells by the photo.',
    },
    saidPositive: 'Taken for a positive, as you said.',
    saidNegative: 'Match inverts it first, as you said; the inversion is kept apart from the look.',
    cropped: 'The line shows the picture inside its border. The border is left out.',
  },
} as const;
