/**
 * Every text that a user sees, in plain language for photographers. One file, so that it can be translated as a whole.
 * `{name}` in a text is a blank for a value.
 */
import type { Verification } from '../photoshop/photoshopHost';
import { formatNumber, roundSeconds } from './formatNumber';

export interface TextWithRemedy {
  readonly title: string;
  readonly remedy: string;
}

/** Fills `{name}` with `values.name`; a blank without value stays empty. */
export function fillBlanks(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_blank, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' && !Number.isInteger(value) ? formatNumber(value, 2) : String(value);
  });
}

/** The text of `code`, or of the family that it belongs to: `align.features` falls back to `align`. */
export function lookUp<T>(texts: Readonly<Record<string, T>>, code: string): T | undefined {
  for (let key = code; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    if (Object.hasOwn(texts, key)) return texts[key];
  }
  return undefined;
}

const CONTACT = 'If it happens again, please report it with the details below.';

export const TEXTS = {
  tabs: { match: 'Match', look: 'Look', stocks: 'Stocks', settings: 'Settings' },

  unexpectedError: { title: 'Something unexpected went wrong.', remedy: `Please try again. ${CONTACT}` },
  details: 'Details',
  dismiss: 'Close this message',

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

  profileUnknown: 'Unknown color profile: read as sRGB.',
  profileUntagged: 'No color profile: read as sRGB.',

  match: {
    button: 'Match',
    again: 'Match again',
    cancel: 'Cancel',
    change: 'Change',
    hint: 'Lays the film over the photo and learns its colors. Your pictures are only read.',
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
    'fit.validate': 'Testing the look on colors that it has not seen',
    project: 'Building Photoshop layers',
    measure: 'Measuring the result',
    render: 'Rendering the result',
    preview: 'Drawing the preview',
    export: 'Writing the file',
    all: 'Working',
  } as Readonly<Record<string, string>>,

  /** “about 12 s left” */
  timeLeft: (ms: number) => `about ${roundSeconds(ms)} s left`,

  result: {
    heading: 'Result',
    compare: {
      'film-result': 'Film and result',
      'film-digital': 'Film and digital (alignment)',
      'digital-result': 'Before and after',
    },
    pictures: {
      'film-result': ['Film', 'Result'],
      'film-digital': ['Film', 'Digital'],
      'digital-result': ['Before', 'After'],
    },
    modes: { wipe: 'Wipe', blink: 'Blink', difference: 'Difference' },
    wipePosition: 'Position of the wipe',
    zoomIn: 'Enlarge',
    zoomOut: 'Reduce',
    differenceLegend: (fullScale: number) =>
      `Blue: same color. Yellow: clearly different (ΔE ${fullScale} and more).`,
    drawing: 'Drawing the preview…',
  },

  difference: {
    heading: 'Color difference to the film',
    before: 'Before',
    look: 'Look',
    stack: 'Layers',
    unit: 'ΔE',
    help: 'ΔE (CIEDE2000) counts how different two colors look: 1 is just visible side by side, 2–4 passes in a series, above 8 is plainly another color. Shown: the average over the picture.',
    /** The sentence below the numbers. */
    summary: (before: number, after: number) =>
      after < before
        ? `${formatNumber(100 * (1 - after / before))} % of the difference is gone.`
        : 'The layers do not come nearer to the film than the photo already is.',
    spread: (median: number, p95: number) =>
      `Half of the picture is within ${formatNumber(median, 1)}, 95 % within ${formatNumber(p95, 1)}.`,
  },

  quality: {
    heading: 'Alignment',
    grades: {
      excellent: 'Excellent: the pictures lie on each other.',
      good: 'Good: small shifts that do not matter for color.',
      fair: 'Fair: look at the preview before you trust the colors.',
      poor: 'Poor: the preview will show shifts. Check that both pictures show the same scene.',
    },
    overlap: (share: string) => `The film covers ${share} of the photo.`,
    negative: 'The film is a negative: it was inverted for matching.',
    mirrored: 'The film was scanned from the wrong side: it was mirrored.',
  },

  curves: {
    heading: 'Tone and color curves',
    help: 'From dark (left) to bright (right). Above the diagonal the film is brighter than the photo.',
    tone: 'Tone',
    red: 'Red',
    green: 'Green',
    blue: 'Blue',
  },

  apply: {
    heading: 'Apply',
    button: 'Apply',
    buttonTo: (name: string) => `Apply to ${name}`,
    target: 'Document',
    strength: 'Strength',
    strengthHelp: 'The opacity of the group; you can change it in the Layers panel later.',
    maskFromSelection: 'Mask with the selection',
    applying: 'Building the layers…',
    noTarget: 'Open a document to apply the look to.',
    done: (group: string) => `“${group}” was added.`,
    layers: (names: readonly string[]) => `Layers: ${names.join(', ')}.`,
    undoHint: 'One step in the History panel takes it back.',
    verdict: ({ verdict, maxLevels }: Verification) =>
      verdict === 'not-checked'
        ? 'The result could not be read back.'
        : verdict === 'verified'
          ? maxLevels < 0.5
            ? 'Verified: Photoshop shows exactly what was predicted.'
            : `Verified: Photoshop shows what was predicted, to within ${formatNumber(Math.ceil(maxLevels))} of 255 levels.`
          : `Photoshop shows something else than predicted, by up to ${formatNumber(Math.ceil(maxLevels))} of 255 levels. Other layers may lie above or below the group.`,
  },

  save: {
    heading: 'Keep and export',
    exportCube: 'Export LUT (.cube)',
    exportCubeHelp: 'For video editors, Lightroom plug-ins and cameras that read .cube files.',
    saveStyle: 'Save style…',
    openStyle: 'Open style…',
    openStyleFirst: 'Or open a style that you saved earlier:',
    saved: (name: string) => `Saved as “${name}”.`,
    opened: (name: string) => `“${name}” is ready to be applied.`,
  },

  fileTypes: { cube: '3D LUT', style: 'Filmfit style' },

  settings: {
    heading: 'Settings',
    analysis: 'Analysis size',
    analysisHelp:
      'Long edge of the pictures that are compared. Larger takes longer; normal is enough for nearly everything.',
    analysisSizes: { 600: 'Fast (600 px)', 1200: 'Normal (1200 px)', 1800: 'Fine (1800 px)' },
    cube: 'LUT size',
    cubeHelp: 'Steps per channel of exported LUTs. 33 is what most programs expect.',
    cubeSizes: { 17: '17', 33: '33 (usual)', 65: '65 (finest)' },
  },

  /** By `EstimateWarning.code`; what it means and what helps. */
  warnings: {
    'align.unsure': {
      title: 'The film may not lie exactly on the photo.',
      remedy:
        'Blink “Film and digital” above. If it jumps, crop borders away or use pictures from nearer viewpoints.',
    },
    'align.small-overlap': {
      title: 'The film covers only {overlap} of the photo.',
      remedy: 'Colors outside of it are guessed. A photo with the same framing teaches more.',
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
      remedy:
        'Convert it with Edit › Convert to Profile (sRGB, Adobe RGB, Display P3, ProPhoto or Rec. 2020).',
    },
    default: {
      title: 'The result may be less sure than usual ({code}).',
      remedy: 'Look at the preview before you rely on it.',
    },
  } as Readonly<Record<string, TextWithRemedy>>,

  /** By `UserError.code`, or its family before the first dot. */
  errors: {
    'picture-missing': {
      title: 'One of the pictures is no longer open.',
      remedy: 'Open it again, or choose another one.',
    },
    'mode-not-rgb': {
      title: '“{name}” is not an RGB document.',
      remedy: 'Convert it with Image › Mode › RGB Color.',
    },
    'depth-32': {
      title: '“{name}” has 32 bits per channel.',
      remedy: 'Convert it with Image › Mode › 16 Bits/Channel.',
    },
    'empty-layer': {
      title: '“{name}” holds no pixels.',
      remedy: 'Choose another layer or the whole document.',
    },
    'host-busy': {
      title: 'Photoshop is busy with something else.',
      remedy: 'Close the open dialog, or wait for the other plugin, and try again.',
    },
    'host-refused': {
      title: 'Photoshop refused a command.',
      remedy: 'The document is as it was before. Photoshop says: {detail}',
    },
    'document-closed': {
      title: 'The document has been closed.',
      remedy: 'Open it again, or choose another one.',
    },
    'layer-gone': {
      title: 'The layer is no longer there.',
      remedy: 'Choose another layer or the whole document.',
    },
    'layer-values-differ': {
      title: 'Photoshop did not take the values of “{name}”.',
      remedy: 'The document is as it was before. Run “Filmfit: check this Photoshop” and send us the report.',
    },
    'apply-differs': {
      title: 'Photoshop renders the layers differently (by up to {levels} levels).',
      remedy: 'They were taken back, and the document is as it was before.',
    },
    'file-unreadable': {
      title: '“{file}{name}” cannot be read.',
      remedy: 'Check the file and its access rights. {detail}',
    },
    'file-not-written': {
      title: '“{name}” could not be written.',
      remedy: 'Check the free space and the access rights, or choose another folder.',
    },
    'style-not-json': {
      title: '“{file}” is no style file.',
      remedy: 'Choose a file that Filmfit saved (.json).',
    },
    'style-other-format': {
      title: '“{file}” was not made by Filmfit.',
      remedy: 'Choose a file that Filmfit saved (.json).',
    },
    'style-newer': {
      title: '“{file}” was made by a newer Filmfit (format {version}).',
      remedy: 'Update Filmfit to open it.',
    },
    'style-invalid': {
      title: '“{file}” is damaged at {field}.',
      remedy: 'Save the style again, or use an older copy. ({detail})',
    },
    'cube-invalid': {
      title: '“{file}” is no valid .cube file (line {line}).',
      remedy: 'Export it again from the program that made it. ({detail})',
    },
    'image-empty': { title: '“{file}” is empty.', remedy: 'Copy or export it again.' },
    'image-damaged': { title: '“{file}” is damaged: {detail}.', remedy: 'Copy or export it again.' },
    'image-unsupported': { title: '“{file}” cannot be read: {detail}.', remedy: '{remedy}' },
    'image-unknown-format': {
      title: '“{file}” is no picture that can be read.',
      remedy: 'Use a TIFF, PNG or JPEG file.',
    },
    'image-too-large': {
      title: '“{file}” is too large ({width} × {height} px).',
      remedy: 'Save a smaller copy: at most {limitMp} megapixels.',
    },
    'align-too-few-matches': {
      title: 'Filmfit could not find the same scene in both pictures.',
      remedy:
        'Check that film and digital show the same scene from nearly the same place. Crop borders and frames away, and try a larger analysis size in Settings.',
    },
    'align-small-overlap': {
      title: 'The pictures share only a small part of the scene.',
      remedy: 'Use a digital photo that shows most of what is on the film.',
    },
    'align-not-the-same-scene': {
      title: 'These pictures do not seem to show the same scene.',
      remedy: 'Check which documents are chosen as film and digital.',
    },
    'align-degenerate-geometry': {
      title: 'The film could not be laid over the photo.',
      remedy: 'Crop both pictures to about the same part of the scene and match again.',
    },
    'align-no-texture': {
      title: 'One of the pictures has hardly any detail.',
      remedy:
        'Use a pair with edges and texture: a street, a room, a still life. Plain sky cannot be aligned.',
    },
    'no-style': {
      title: 'There is no look yet.',
      remedy: 'Match two pictures first, or open a saved style.',
    },
    'no-target': { title: 'No document to apply to.', remedy: 'Open an RGB document and choose it.' },
    'fit.too-few-samples': {
      title: 'Too few colors could be compared.',
      remedy: 'Use pictures that overlap more, or that are sharper and better exposed.',
    },
    'fit.too-few-colors': {
      title: 'The pictures hold only {found} different colors where they overlap.',
      remedy: 'A look needs a scene with several colors and brightnesses: not a wall, not a gray card alone.',
    },
    fit: { title: 'The film’s colors could not be learned from this pair.', remedy: 'Try another pair.' },
    adjustment: {
      title: 'The style holds a value that Photoshop cannot take ({field}).',
      remedy: 'Save the style again with the current version of Filmfit.',
    },
  } as Readonly<Record<string, TextWithRemedy>>,
} as const;
