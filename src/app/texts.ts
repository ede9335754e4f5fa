/**
 * Every text that a user of the panel sees, in plain language for photographers. They live in this file and nowhere else, so
 * that they can be translated as a whole. `{name}` in a text is a blank for a value.
 */
import type { RegionVerdict } from '../engine/confidence/regionCoverage';
import type { LightStops } from '../engine/estimation';
import type { ModelId } from '../engine/fit/alternatives/regressor';
import type { GrainRefusal } from '../engine/grain/estimateGrain';
import type { HalationRefusal } from '../engine/halation/estimateHalation';
import type { ColorRegion } from '../engine/metrics/colorRegions';
import type { StackKind } from '../engine/project/projectLook';
import type { MaskedShares } from '../engine/sample/blockMasks';
import type { ExportId } from '../formats/export/exporter';
import type { LossCode } from '../formats/export/losses';
import type { Verification } from '../photoshop/photoshopHost';
import { formatNumber, formatPercent, formatSigned, roundSeconds } from './formatNumber';
import type { FilmBaseSource, ScanCurve } from './negative/scanOptions';

/** What happened, and what helps. */
export interface TextWithRemedy {
  readonly title: string;
  readonly remedy: string;
}

// --- What the codes of the engine are called: spaces, colors, layers, models.

const NAME_TEXTS = {
  spaces: {
    srgb: 'sRGB',
    'display-p3': 'Display P3',
    'adobe-rgb': 'Adobe RGB',
    prophoto: 'ProPhoto RGB',
    rec2020: 'Rec. 2020',
  } as Readonly<Record<string, string>>,

  channels: { red: 'Red', green: 'Green', blue: 'Blue' },

  /** By `ColorRegion`: what in photographs most often has such a color. */
  regions: {
    shadows: 'Shadows, black',
    concrete: 'Concrete, gray',
    whites: 'Clouds, white',
    reds: 'Red',
    skin: 'Skin, sand',
    earth: 'Wood, earth',
    yellows: 'Yellow',
    foliage: 'Foliage',
    teals: 'Teal, water',
    sky: 'Sky',
    blues: 'Deep blue',
    purples: 'Purple',
    pinks: 'Pink',
  } satisfies Record<ColorRegion, string>,

  /** By `StackKind`. */
  stacks: {
    classic: 'Classic layers',
    extended: 'Extended layers',
    exact: 'Exact (Color Lookup)',
  } satisfies Record<StackKind, string>,

  /** By `ModelId`. */
  models: {
    film: 'Film model',
    'root-polynomial': 'Root-polynomial',
    'lab-polynomial': 'OKLab polynomial',
    forest: 'Random forest',
    mlp: 'Small network',
  } satisfies Record<ModelId, string>,

  /** By `RegionVerdict`: whether the pairs have shown the color. */
  coverage: {
    seen: 'seen',
    'partly-seen': 'partly seen',
    extrapolated: 'extrapolated',
  } satisfies Record<RegionVerdict, string>,
} as const;

// --- What stands around every screen: tabs, messages, the first steps, the dialogs of the menu commands.

const CONTACT = 'If it happens again, please report it with the details below.';

const FRAME_TEXTS = {
  tabs: { match: 'Match', look: 'Look', apply: 'Apply', stocks: 'Stocks', settings: 'Settings and help' },

  unexpectedError: { title: 'Something unexpected went wrong.', remedy: `Please try again. ${CONTACT}` },

  details: 'Details',

  hideDetails: 'Fewer details',

  dismiss: 'Close this message',

  help: 'What does this mean?',

  guide: {
    heading: 'First steps',
    steps: [
      { title: '1. Open two pictures', text: 'A film scan and a digital photo of the same scene.' },
      { title: '2. Match', text: 'Filmfit lays them over each other and learns the film’s colors.' },
      { title: '3. Apply', text: 'The look becomes adjustment layers that you can edit.' },
    ],
    close: 'Got it',
  },

  commands: {
    applyStock: {
      title: 'Apply stock',
      apply: 'Apply',
      cancel: 'Cancel',
      empty: 'There are no stocks yet. Match two pictures and keep the look under Stocks.',
    },
  },
} as const;

// --- The choice of the pair: film and digital, what is missing, and what a document is read as.

const PICTURE_TEXTS = {
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

// --- Matching a pair: the button, points by hand, the stages of the work.

const MATCH_TEXTS = {
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

// --- What Match found: preview, alignment, color differences, how sure it is.

const stops = ({ exposureEv, redEv, blueEv }: LightStops): string =>
  `exposure ${formatSigned(exposureEv, 2)} EV, red ${formatSigned(redEv, 2)} EV, blue ${formatSigned(blueEv, 2)} EV`;

const RESULT_TEXTS = {
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
    modes: { wipe: 'Wipe', blink: 'Blink', difference: 'Difference', edges: 'Edges', guesses: 'Guesses' },
    guessesLegend: 'Striped: colors that the pair does not show on film. There the look is a guess.',
    edgesLegend:
      'Orange: edges of the film. Blue: edges of the photo. White: both, where they lie on each other. Hatched: not compared.',
    wipePosition: 'Position of the wipe',
    zoomIn: 'Enlarge',
    pan: {
      left: 'See more of the left',
      up: 'See more of the top',
      down: 'See more of the bottom',
      right: 'See more of the right',
    },
    zoomOut: 'Reduce',
    differenceLegend: (fullScale: number) =>
      `Blue: same color. Yellow: clearly different (ΔE ${fullScale} and more).`,
    drawing: 'Drawing the preview…',
  },

  quality: {
    heading: 'Alignment',
    grades: {
      excellent: 'Excellent: the pictures lie on each other.',
      good: 'Good: small shifts that do not matter for color.',
      fair: 'Fair: look at the preview before you trust the colors.',
      poor: 'Poor: the preview will show shifts. Check that both pictures show the same scene.',
    },
    help: 'Judged by how many places of both pictures agree, and how exactly. Colors are compared only where they do; the share says how much of the photo the film shows.',
    overlap: (share: string) => `The film covers ${share} of the photo.`,
    positive: 'The film is a positive.',
    negative: 'The film is a negative: it was inverted for matching.',
    points: (px: string) => `Your points lie up to ${px} px off.`,
    pointsHelp:
      'How far a point lies from where the alignment puts it, in pixels of the photo that was analysed. A few are usual for points set by hand; many say that a point is on the wrong place.',
    mirrored: 'The film was scanned from the wrong side: it was mirrored.',
  },

  difference: {
    heading: 'Color difference to the film',
    before: 'Before',
    look: 'Look',
    stack: 'Layers',
    value: (deltaE: number) => `ΔE ${formatNumber(deltaE, 1)}`,
    help: 'ΔE (CIEDE2000) counts how different two colors look: 1 is just visible side by side, 2 to 4 pass in a series, above 8 is plainly another color. Shown: the average over the picture.',
    /** The sentence below the numbers. */
    summary: (before: number, after: number) =>
      after < before
        ? `${formatNumber(100 * (1 - after / before))} % of the difference is gone.`
        : 'The layers do not come nearer to the film than the photo already is.',
    spread: (median: number, p95: number) =>
      `Half of the picture is within ${formatNumber(median, 1)}, 95 % within ${formatNumber(p95, 1)}.`,
  },

  colors: {
    heading: 'Colors of the scene',
    cluster: (share: number, before: number, after: number) =>
      `${share < 0.005 ? '< 1 %' : formatPercent(share)}, ${formatNumber(before, 1)} → ${formatNumber(after, 1)}`,
    pictures: 'Photo, film',
    numbers: 'share, ΔE before → now',
    guessed: (names: readonly string[]) =>
      `Not in this pair, so guessed: ${names.join(', ').toLowerCase()}. “Guesses” above shows where.`,
    /** '' where nearly everything counts. */
    trustedLess: ({ clipped, shadows, highlights, structure, sky }: MaskedShares): string => {
      const places: readonly (readonly [string, number])[] = [
        ['edges and texture', structure],
        ['nearly black', shadows],
        ['lamps and their mirrors', highlights],
        ['clipped', clipped],
      ];
      const told = places.filter(([, share]) => share >= 0.005);
      const all = sky === null ? told : [...told, ['sky', sky] as const];
      if (all.length === 0) return '';
      return `Trusted less, or left out: ${all.map(([name, share]) => `${name} ${formatPercent(share)}`).join(', ')}.`;
    },
    trustedLessHelp:
      'Places whose colors say little about the film, as shares of what both pictures show; a place may count twice. Where much of a picture is left out, the look rests on the rest of it.',
    help: 'The most common colors of the scene. The share says how much of the photo has such a color; ΔE how far it is from the film, before and with the look.',
    frameHelp:
      'EV are stops of light. Corners and casts differ from frame to frame, so they are measured and left out: the look is that of the film.',
    frame: (vignetteEv: number, castEv: number) =>
      `This frame’s own, kept out of the look: corners darker by ${formatNumber(vignetteEv, 2)} EV, color cast across the frame ${formatNumber(castEv, 2)} EV.`,
    /** Only where several pairs tell it. */
    frameOffsets: (light: LightStops, lab: LightStops) =>
      `Unlike the other pairs, on the film: ${stops(light)}. By lab or scanner: ${stops(lab)}.`,
  },

  uncertainty: {
    heading: 'How sure the numbers are',
    exposure: 'Exposure',
    red: 'Red against green',
    blue: 'Blue against green',
    tone: 'Tone, at most',
    hue: 'Hue, at most',
    stops: (ev: number) => `± ${formatNumber(ev, 2)} EV`,
    levels: (share: number) => `± ${formatNumber(255 * share, 1)} of 255 levels`,
    degrees: (deg: number) => `± ${formatNumber(deg, 1)}°`,
    hues: (scaleDeg: number) => `Hue by hue (full height: ± ${formatNumber(scaleDeg, 1)}°)`,
    help: (rounds: number) =>
      `One standard deviation, from ${rounds} repetitions in which the colors of the pair were weighed anew by chance. Small is sure. It speaks of colors that the pair shows; guessed colors are less sure than that.`,
  },

  model: {
    heading: 'How colors are learned',
    label: 'Model',
    about: {
      film: 'Built like film: light, tone, dyes. Says the most about colors that the pair does not show.',
      'root-polynomial': 'A smooth formula that does not depend on the exposure.',
      'lab-polynomial': 'A smooth formula of lightness and color.',
      forest: 'Remembers colors like those of the pair; between them it steps.',
      mlp: 'A small network; near to the pair, free elsewhere.',
    },
    choiceHelp: 'Another model matches the pictures again. The film model is the right one nearly always.',
    compare: 'Compare the models',
    compareHelp: 'Takes some ten seconds.',
    heldOut: 'ΔE on colors not learned from',
    heldOutHelp:
      'Every model learns most colors of the pair, or all pairs but one, and is measured on the rest: the lower, the better it says what it has not seen. In brackets: on what it learned.',
    score: (heldOut: number, training: number) =>
      `${formatNumber(heldOut, 1)} (${formatNumber(training, 1)})`,
    tooFew: 'This pair holds too few colors to hold any of them out.',
  },
} as const;

// --- The Look tab.

const LOOK_TEXTS = {
  none: { title: 'No look yet', remedy: 'Match two pictures first, or open a style that you saved.' },
  before: 'Before',
  after: 'After',
  undo: 'Undo',
  redo: 'Redo',
  reset: 'Reset all',
  resetOne: 'Back to what was learned',
  noPicture: 'Open a picture to see the look on it.',
  updating: 'Updating the layers…',
  upToDate: (deltaE: string, weakened: boolean) =>
    `ΔE to the film${weakened ? ' at full strength' : ''}: ${deltaE}`,
  atFullStrength: 'Shown for the look at full strength.',
  sliders: {
    exposure: 'Exposure',
    warmth: 'Warmth',
    tint: 'Tint',
    contrast: 'Contrast',
    blacks: 'Blacks',
    whites: 'Whites',
    saturation: 'Saturation',
  },
  slidersHeading: 'Adjust',
  slidersHelp:
    'Zero is what was learned from the film; the small number says what that is. Click a name twice to go back.',
  sliderHelp: {
    exposure:
      'Stops of light between photo and film: +1 EV is twice as bright. Belongs to the frame more than to the film.',
    warmth: 'Red against blue, in stops: above zero the film is warmer than the photo.',
    tint: 'Red and blue against green, in stops: above zero toward magenta, below toward green.',
    contrast: 'Slope of the tone curve in the middle: × 1 is that of the photo, more is harder.',
    blacks: 'How bright black comes out, in levels: film often lifts it.',
    whites: 'How bright white comes out, in levels of 255.',
    saturation: 'Colorfulness against the photo: 100 % is the same.',
  },
  pointHelp: 'Levels of 255 that this point of the curve was moved by: up is brighter.',
  hueHelp: {
    shift: 'How far these hues are turned round the wheel; ± 100 is 30°.',
    saturation: 'How much stronger or weaker these hues become, in percent.',
    lightness: 'How much brighter or darker these hues become; the stronger the color, the more.',
  },
  statusHelp:
    'Color difference of the layers, as they are now, to the film picture; 1 is just visible side by side. It grows when you change the look away from the film.',
  curvesHeading: 'Curves',
  curveNames: { tone: 'All', red: 'Red', green: 'Green', blue: 'Blue' },
  curvesHelp:
    'Drag a point, click it twice to take it back, or type levels below. Dots: what the film shows where the photo has this brightness. Diagonal: the photo.',
  points: ['Black', 'Dark', 'Middle', 'Light', 'White'],
  readouts: {
    exposure: (value: number) => `${formatSigned(value, 2)} EV`,
    warmth: (value: number) => `${formatSigned(value, 2)} EV`,
    tint: (value: number) => `${formatSigned(value, 2)} EV`,
    contrast: (value: number) => `× ${formatNumber(value, 2)}`,
    blacks: (value: number) => `${formatNumber(value)} of 255`,
    whites: (value: number) => `${formatNumber(value)} of 255`,
    saturation: (value: number) => `${formatNumber(100 * value)} %`,
  },
  /** What was learned, and what it is now. */
  changed: (from: string, to: string) => `${from} → ${to}`,
  shownPictures: { after: 'After', before: 'Before', wipe: 'Wipe' },
  pointLevels: (point: string) => `${point} (levels)`,
  curveLegend: { film: 'film', learned: 'learned', now: 'now' },
  hueOf: (hue: string, slider: string) => `${hue}: ${slider}`,
  residualsHeading: 'What is left',
  residualsHelp:
    'Film minus result in levels, from dark (left) to bright (right), for red, green and blue. Above the line the film is brighter.',
  residualsScale: (levels: number) => `The chart spans ± ${levels} levels.`,
  huesHeading: 'Hues',
  hueNames: {
    red: 'Reds',
    yellow: 'Yellows',
    green: 'Greens',
    cyan: 'Cyans',
    blue: 'Blues',
    magenta: 'Magentas',
  },
  hueSliders: { shift: 'Hue', saturation: 'Saturation', lightness: 'Lightness' },
  wheelHelp:
    'Where each hue goes: from the ring’s rim to the dot, further out for more saturation. Drag a large dot, click it twice to take it back, or use the sliders.',
} as const;

// --- The Look tab: the stages of a look that are folded away.

const { channels } = NAME_TEXTS;
type Channel = keyof typeof channels;

const LOOK_STAGES_TEXTS = {
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

// --- Grain and halation.

const TEXTURE_TEXTS = {
  heading: 'Grain and halation',
  grain: 'Grain',
  halation: 'Halation',
  with: { grain: 'With the film’s grain', halation: 'With the film’s halation' },
  percent: (name: string) => `${name} (% of the film’s)`,
  size: { grain: 'Grain size (% of the film’s)', halation: 'Glow radius (% of the film’s)' },
  sizeHelp: {
    grain: 'How wide the grains are: 100 % is as measured, more is coarser.',
    halation: 'How far the glow reaches: 100 % is as measured, more is wider.',
  },
  help: 'As pixel layers of their own in the group, made for this document as it is now: when its picture or size changes, apply the look again. Their pixels make the file larger.',
  none: 'This look holds no grain and no halation: its pictures did not show enough of them to be measured.',
  reportHeading: 'Grain and halation of the film',
  noGrain: 'This look holds no grain.',
  noHalation: 'This look holds no halation.',
  grainOff: 'Grain was left out.',
  halationOff: 'Halation was left out.',
  grainIs: (levels: string, size: string) =>
    `Grain in the middle tones: ±${levels} of 255 levels (red, green, blue), ${size}.`,
  grainHelp:
    'How far single pixels stray from their color, as a standard deviation in levels, and how wide a grain is. 2 levels are hardly seen, 10 are coarse.',
  halationHelp:
    'Light that went through the film and came back: the share of a highlight’s red light that glows beside it, and how far. 1 % is a hint, 10 % is plain to see.',
  sizePx: (px: string, longEdgePx: string) => `${px} px where the picture is ${longEdgePx} px long`,
  sizeUm: (um: string, frame: string) => `${um} µm on the film (${frame})`,
  scannerNoise: (levels: string) =>
    `Beside it the scanner has noise of ±${levels} levels, which is left out.`,
  halationIs: (percent: string, radius: string) =>
    `Halation: ${percent} % of the red light glows around highlights, within ${radius} % of the long edge.`,
  refusals: {
    'grain.too-few-calm-places': 'Grain is not measurable: the pictures have too few calm places.',
    'grain.too-weak': 'Grain is not measurable: it is weaker than 2 of 255 levels in this scan.',
    'grain.texture': 'Grain is not measurable: what is rough in the film is the scene.',
    'halation.no-highlights': 'Halation is not measurable: too few dark places stand beside highlights.',
    'halation.none-seen': 'No halation was seen around the highlights.',
    'halation.like-color':
      'Halation is not measurable: its wide glow cannot be told from the color of the film in these pictures.',
    'halation.too-faint':
      'Halation is not measurable: the glow around the highlights is there, but too faint (under 5 % of the light).',
  } satisfies Record<GrainRefusal | HalationRefusal, string>,
  filmPiece: 'Film',
  ourPiece: 'Photo with the look and our grain',
  profileHelp:
    'Glow by the distance from highlights (left: their edge). Dots: the film less the look of the photo. Lines: what is rendered.',
  profileScale: (levels: string, percent: string) =>
    `Up to ${levels} levels; to ${percent} % of the long edge.`,
  format: 'Frame',
  formatHelp: 'With the frame the size of the grain can be told in µm. The scan has to show the whole frame.',
  formats: {
    unknown: 'Unknown',
    '35mm': '35 mm, 24 × 36',
    half: 'Half frame, 18 × 24',
    '645': '6 × 4.5',
    '66': '6 × 6',
    '67': '6 × 7',
    '69': '6 × 9',
    '4x5': '4 × 5 inch',
  },
} as const;

// --- Scanned negatives.

const NEGATIVE_TEXTS = {
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

// --- The Apply tab.

const APPLY_TEXTS = {
  heading: 'Apply',
  button: 'Apply',
  target: 'Document',
  strength: 'Strength',
  strengthAs: 'Strength as',
  strengthWays: { opacity: 'Group opacity', baked: 'Baked in' },
  strengthHelp: {
    opacity: 'The opacity of the group: you can change it in the Layers panel later.',
    baked: 'The layers themselves become weaker; the group stays at 100 %.',
  },
  withLight: 'With exposure and white balance',
  withLightHelp: 'Without: only the film’s colors and contrast, the light stays that of the photo.',
  matchFrame: 'Match this frame exactly',
  matchFrameHelp: 'Also the exposure and the lab’s correction that this one frame had, unlike its roll.',
  /** Why a frame cannot be matched more exactly. */
  matchFrameUnknown: 'From two pairs on, what is this frame’s own can be told from the film’s look.',
  strengthMeaning: '100 % is the whole look, 50 % half of the way to it.',
  /** How far the layers of each kind are from the look. */
  distances: 'ΔE of the layers to the look',
  distancesHelp:
    'How far the colors that the layers make are from those of the look, on average: below 1 hardly visible. Exact holds the look itself.',
  /** In place of a number. */
  measuring: '…',
  noPreview: 'Open an RGB document to see the look on it before applying.',
  removed: 'The look was removed.',
  recordedStep: (look: string) => `Filmfit: apply “${look}”`,
  maskFromSelection: 'Mask with the selection',
  keepEarlier: 'Keep the earlier look below',
  rollBackIfDifferent: 'Take back if Photoshop differs',
  applying: 'Building the layers…',
  noTarget: 'Open a document to apply the look to.',
  done: (group: string) => `“${group}” was added.`,
  layers: (names: readonly string[]) => `Layers: ${names.join(', ')}.`,
  stackKind: 'Layers',
  stackKinds: {
    classic: 'Classic: Curves, Hue/Saturation, Color Balance',
    extended: 'Extended: also Channel Mixer, Selective Color',
    exact: 'Exact: one Color Lookup',
  },
  stackNames: { classic: 'Classic', extended: 'Extended', exact: 'Exact' },
  stackKindHelp: {
    classic: 'Easy to change by hand afterwards.',
    extended: 'Nearer to the film, more layers.',
    exact: 'The whole look in one layer that cannot be changed by hand.',
  },
  batchHeading: 'Several documents',
  all: 'Apply to all open',
  doneAll: (done: number, all: number) => `Applied to ${done} of ${all} open documents.`,
  groupsHeading: 'In this document',
  editGroup: 'Edit this look',
  removeGroup: 'Remove',
  otherSpace: (look: string, document: string) =>
    `The look was learned in ${look}, the document is in ${document}: colors will differ a little. Match in this document, or convert it.`,
  groupLayers: (names: readonly string[]) => names.join(', '),
  groupSelected: 'Selected in the Layers panel',
  replaces: (name: string) => `Apply updates “${name}”.`,
  undoHint: 'One step in the History panel takes it back.',
  levelsHelp: '255 levels lie between black and white; one of them cannot be seen.',
  verdict: ({ verdict, maxLevels }: Verification) =>
    verdict === 'not-checked'
      ? 'The result could not be read back.'
      : verdict === 'verified'
        ? maxLevels < 0.5
          ? 'Verified: Photoshop shows exactly what was predicted.'
          : `Verified: Photoshop shows what was predicted, to within ${formatNumber(Math.ceil(maxLevels))} of 255 levels.`
        : `Photoshop shows something else than predicted, by up to ${formatNumber(Math.ceil(maxLevels))} of 255 levels. Other layers may lie above or below the group.`,
} as const;

// --- The Stocks tab.

const STOCKS_TEXTS = {
  heading: 'Stocks',
  keep: 'Keep the current look',
  import: 'Import…',
  search: 'Search',
  orders: { date: 'Newest first', name: 'By name', deltaE2000: 'Nearest to the film first' },
  empty: {
    title: 'No stocks yet',
    remedy: 'Match two pictures and keep the look here. It is then one click away for every other picture.',
  },
  nothingFound: 'No stock has such a name.',
  use: 'Use',
  more: 'More',
  rename: 'Rename',
  duplicate: 'Duplicate',
  export: 'Export…',
  delete: 'Delete',
  deleted: (name: string) => `“${name}” was deleted.`,
  bringBack: 'Undo',
  kept: (name: string) => `“${name}” is among your stocks.`,
  inUse: (name: string) => `“${name}” is ready to be applied.`,
  imported: (names: readonly string[]) =>
    names.length === 0
      ? 'Nothing was imported.'
      : names.length === 1
        ? `“${names[0]}” is among your stocks.`
        : `${names.length} stocks were imported.`,
  savedTo: (count: number, folder: string) => `${count} styles were saved to “${folder}”.`,
  libraryName: 'My stocks',
  importFolder: 'Import folder…',
  exportAll: 'Export all…',
  exportFolder: 'Export to folder…',
  count: (shown: number, all: number) =>
    shown === all ? (all === 1 ? '1 stock' : `${all} stocks`) : `${shown} of ${all} stocks`,
  fields: { name: 'Name', film: 'Film stock', scanner: 'Scanner, lab, software', tags: 'Tags' },
  tagsHint: 'portrait, night',
  tryOn: 'Show on my picture',
  compareWith: 'Compare with',
  nothingToCompare: 'Original picture',
  untouched: 'Original',
  addPair: 'Add the chosen pair',
  addPairHelp: (film: string, digital: string) =>
    `Learns this stock anew from its own pictures, which must be open, and “${film}” with “${digital}”.`,
  addPairChoose: 'Choose another film picture and its photo on the Match tab to add them to this stock.',
  pairAdded: (name: string, pairs: number, better: boolean) =>
    better
      ? `“${name}” is better with ${pairs} pairs, and was updated.`
      : `“${name}” is not better with ${pairs} pairs, and stays as it was.`,
  notTaken: 'What was just learned is the current look: keep it if you like it more.',
  pairs: (heldOut: boolean) => (heldOut ? 'Pairs: ΔE (learned without it)' : 'Pairs: ΔE'),
  pairsHelp:
    'How far the look is from the film of each pair; in brackets how far it would be without having learned from that pair. A pair far above the others may be another film, another light or a poor alignment: leave it out to see.',
  pairDistance: (own: number | null, others: number | null) =>
    [own === null ? '' : formatNumber(own, 1), others === null ? '' : `(${formatNumber(others, 1)})`]
      .filter(Boolean)
      .join(' '),
  leaveOut: 'Leave out',
  leftOut: (name: string, film: string, better: boolean | null) =>
    better === null
      ? `“${name}” stays as it was: whether it is better without “${film}” cannot be told.`
      : better
        ? `“${name}” is better without “${film}”, and was updated.`
        : `“${name}” is not better without “${film}”, and stays as it was.`,
  onOtherPairs: (before: number, after: number) =>
    `On the other pairs, each without having learned from it: ΔE ${formatNumber(before, 1)} before, now ${formatNumber(after, 1)}.`,
  noOtherPairs: (left: number) =>
    left === 1
      ? 'With one pair left there is no other to test it on.'
      : 'This stock does not say how it does on each of its pairs; one that is learned from now on does.',
  onNewPair: (before: number, after: number) =>
    `On the new pair: ΔE ${formatNumber(before, 1)} without having learned from it, ${formatNumber(after, 1)} with it.`,
  onUnseen: (before: number | null, after: number) =>
    `On pairs that it was not learned from: ΔE ${before === null ? '' : `${formatNumber(before, 1)} before, now `}${formatNumber(after, 1)}.`,
  factsHelp:
    'Pairs: how many pictures it was learned from. Held-out ΔE: how far it is from pairs that it was not learned from, the honest number; with one pair only the distance to that pair is known.',
  /** Below a stock's name; a line breaks between them, never within one. */
  facts: (pairs: number, deltaE: number | null, heldOut: number | null, date: string): readonly string[] =>
    [
      pairs === 0 ? '' : pairs === 1 ? '1 pair' : `${pairs} pairs`,
      heldOut !== null
        ? `held-out ΔE ${formatNumber(heldOut, 1)}`
        : deltaE === null
          ? ''
          : `ΔE ${formatNumber(deltaE, 1)}`,
      date,
    ].filter(Boolean),
} as const;

// --- Keeping, opening and exporting a look.

/** “a” · “a” and “b” · “a”, “b” and “c” */
function quoted(names: readonly string[]): string {
  const all = names.map((name) => `“${name}”`);
  return [all.slice(0, -1).join(', '), all[all.length - 1]].filter(Boolean).join(' and ');
}

const SAVE_TEXTS = {
  save: {
    heading: 'Keep and export',
    exportAs: 'Export for other programs',
    export: 'Export…',
    exporting: 'Writing…',
    size: 'Size',
    space: 'For pictures in',
    ownSpace: (space: string) => `${space}, as the look was learned`,
    twoFiles: 'Writes two files into a folder.',
    chooseBase: 'Choose your camera’s profile (.dcp)…',
    baseChosen: (name: string) => `Made for the camera of “${name}”`,
    savedBeside: (folder: string, name: string, companion: string) =>
      `Saved “${name}” and “${companion}” into “${folder}”.`,
    keep: 'Keep in Stocks',
    restored: (name: string) => `“${name}”, your last look, is still here.`,
    matchForPictures: 'Match again to see its pictures.',
    rereading: 'Reading its pictures again',
    picturesBack: (name: string) => `“${name}” and its pictures are as you left them.`,
    /** What is closed can be opened; what was changed since cannot be compared as it was. */
    picturesGone: (closed: readonly string[], changed: readonly string[]) =>
      [
        changed.length === 0
          ? ''
          : `${quoted(changed)} ${changed.length === 1 ? 'has' : 'have'} changed since the match. Match again to compare it as it is now.`,
        closed.length === 0
          ? ''
          : `Open ${quoted(closed)} again: the pictures are shown as soon as they are open.`,
      ]
        .filter(Boolean)
        .join(' '),
    faithful: (mean: number, p95: number) =>
      `Read back, the file differs from the look by ΔE ${formatNumber(mean, 2)} on average, ${formatNumber(p95, 2)} for 95 % of all colors.`,
    saveStyle: 'Save style…',
    forSpace: (space: string) => `Made for pictures in ${space}.`,
    forAnySpace: 'Made for pictures in any space: the program converts their colors.',
    openStyle: 'Open style…',
    openStyleFirst: 'Or open a style that you saved earlier:',
    saved: (name: string) => `Saved as “${name}”.`,
    opened: (name: string) => `“${name}” is ready to be applied.`,
  },

  fileTypes: {
    style: 'Filmfit style',
    library: 'Filmfit stocks',
    lut: '3D LUT',
    hald: 'Hald picture',
    curves: 'Curves preset',
    dcp: 'Camera profile',
    report: 'Filmfit report',
  },
} as const;

// --- The tab of settings and help.

const SETTINGS_TEXTS = {
  heading: 'Settings',
  analysis: 'Analysis size',
  analysisHelp:
    'Long edge of the pictures that are compared. Larger takes longer; normal is enough for nearly everything.',
  analysisSizes: { 600: 'Fast (600 px)', 1200: 'Normal (1200 px)', 1800: 'Fine (1800 px)' },
  cube: 'LUT size',
  cubeHelp: 'Steps per channel of exported LUTs. 33 is what most programs expect.',
  cubeSizes: { 17: '17', 33: '33 (usual)', 65: '65 (finest)' },
  layerKind: 'Layers',
  layerKindHelp: 'What Match makes. The Apply tab changes it for the look at hand.',
  groupNaming: 'Name of the group',
  groupNamingHelp: 'What the group of layers is called in the Layers panel.',
  groupNamings: {
    '{name}': 'Name of the look',
    'Filmfit {name}': 'Filmfit and name of the look',
    '{name} {date}': 'Name of the look and date',
  },
  helpHeading: 'Help',
  showGuide: 'Show the first steps',
  checkHeading: 'Check this Photoshop',
  check: 'Check now',
  checking: 'Checking…',
  checkHelp:
    'Tries out on documents of its own, which it closes again, how this Photoshop renders Filmfit’s layers. Your pictures are not touched. Takes about a minute.',
  checkPassed: (passed: number, version: string) => `Photoshop ${version}: all ${passed} checks passed.`,
  checkFailed: (failed: number, all: number, version: string) =>
    `Photoshop ${version}: ${failed} of ${all} checks failed.`,
  checkWorstHelp: 'Filmfit predicts what Photoshop’s layers do. Below 2 levels nobody sees the difference.',
  checkWorst: (layer: string, levels: number) =>
    `Largest difference from the prediction: ${formatNumber(levels, 1)} of 255 levels (${layer}).`,
  saveCheck: 'Save report…',
} as const;

// --- What every export format is called and is for, and what it may lose, in words.

export interface ExportText {
  /** A few words, for a list. */
  readonly label: string;
  /** Which programs take it. */
  readonly use: string;
  /** What the size means, where there is a choice. */
  readonly size?: string;
}

const NODES = 'Steps of the LUT along each axis';

export const EXPORT_TEXTS: Readonly<Record<ExportId, ExportText>> = {
  filmfit: { label: 'Filmfit style', use: 'Filmfit itself: the look, the layers and where they come from' },
  cube: {
    label: '3D LUT (.cube)',
    use: 'Photoshop, Premiere, Resolve, Final Cut, OBS, darktable, Affinity',
    size: NODES,
  },
  hald: {
    label: 'Hald picture (.png)',
    use: 'RawTherapee, digiKam, G’MIC, ImageMagick, ffmpeg',
    size: 'Level: 8 has 64 steps along each axis, 12 has 144',
  },
  '3dl': { label: '3D LUT (.3dl)', use: 'Flame, Lustre, Photoshop', size: NODES },
  'icc-devicelink': {
    label: 'ICC device link',
    use: 'Photoshop’s Color Lookup (“Device Link”), color-managed converters',
  },
  'icc-abstract': {
    label: 'ICC abstract profile',
    use: 'Photoshop’s Color Lookup (“Abstract”), for pictures in any space',
  },
  'icc-camera': { label: 'ICC input profile', use: 'Capture One, as a camera’s profile (experimental)' },
  dcp: { label: 'Camera profile (.dcp)', use: 'Lightroom, Camera Raw, RawTherapee, darktable: raw files' },
  'xmp-profile': {
    label: 'Creative profile (.xmp)',
    use: 'Lightroom, Camera Raw: the whole look, with an amount',
  },
  'xmp-preset': { label: 'Preset (.xmp)', use: 'Lightroom, Camera Raw: point curves only, no sliders' },
  costyle: { label: 'Style (.costyle)', use: 'Capture One: curves only' },
  pp3: { label: 'RawTherapee profile (.pp3)', use: 'RawTherapee, with a Hald picture beside it' },
  'pp3-curves': { label: 'RawTherapee profile, curves only', use: 'RawTherapee, without any picture' },
  dtstyle: { label: 'darktable style (.dtstyle)', use: 'darktable, with a .cube beside it', size: NODES },
  acv: { label: 'Curves preset (.acv)', use: 'Photoshop’s Curves, ffmpeg' },
  psd: { label: 'Photoshop document (.psd)', use: 'Photoshop, Affinity: the layers, live, on a picture' },
  actionjson: { label: 'Actions (.json)', use: 'Adobe’s Photoshop API and scripts: makes the layers' },
  json: { label: 'Plain numbers (.json)', use: 'programs and scripts of your own', size: NODES },
};

export const LOSS_TEXTS: Readonly<Record<LossCode, string>> = {
  'grain-and-halation': 'Grain and halation stay behind: a table of colors cannot hold them.',
  'curves-only':
    'Only the curves along the gray axis are kept: hue shifts, saturation and mixing of channels are lost.',
  'curves-unproved':
    'How {program} applies its curves is not published. Grays will be right; the difference of colors shown here is a model.',
  rounded: 'Values are rounded to {bits} bits.',
  'other-space': 'The table is made for {space}, since the program does not know the space of the look.',
  'chosen-space':
    'The look was learned in {lookSpace}: colors that only one of {space} and {lookSpace} can hold are clipped.',
  'space-in-name':
    'RawTherapee takes a Hald picture for sRGB unless its name ends in the name of the space ({space}).',
  companion: 'The look itself is in “{name}”, which has to stay where it is.',
  'companion-in-lut-folder': 'Put “{name}” into the folder for 3D LUTs that {program}’s settings name.',
  'base-rendering':
    'The look was learned on finished {space} pictures: on raw files it acts on top of the base profile, which may render differently from that photo.',
  'outside-gamut': 'Colors outside of {space} are changed like the nearest color inside.',
  'no-neutral-tint':
    'Tinted grays stay gray, and curves that differ by channel are lost: a camera profile works by hue and saturation.',
  'fixed-end-points':
    'Black stays black and white stays white: faded blacks cannot be said in a camera profile.',
  'generic-camera':
    'Without a base profile it is made for a generic camera. Give the .dcp of your camera to get one for it.',
  'base-without-curve':
    'The base profile names no tone curve: the look is made for pictures developed with a linear one.',
  experimental: 'Experimental: nobody has proved it in {program} itself.',
  layers: 'The layers come near the look, not all the way; the difference is stated.',
  chart: 'The layers stand on a color chart: no picture was given.',
};

// --- What may be less sure than it looks, and what helps.

/** By `EstimateWarning.code`; what it means and what helps. */
const WARNING_TEXTS = {
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

// --- What Photoshop, its documents and its layers can refuse.

const PHOTOSHOP_ERRORS = {
  'mode-not-rgb': {
    title: '“{name}” is not an RGB document.',
    remedy: 'Convert it with Image › Mode › RGB Color.',
  },
  'depth-32': {
    title: '“{name}” has 32 bits per channel.',
    remedy: 'Convert it with Image › Mode › 16 Bits/Channel.',
  },
  'convert-failed': {
    title: 'Photoshop did not convert “{name}”.',
    remedy: 'It is as it was before. Convert a copy with Image › Mode › RGB Color, 8 or 16 Bits/Channel.',
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
  'texture-size': {
    title: 'Grain and halation were made for another size than “{name}” has.',
    remedy: 'Choose the document again and apply once more.',
  },
  'apply-differs': {
    title: 'Photoshop renders the layers differently (by up to {levels} levels).',
    remedy: 'They were taken back, and the document is as it was before.',
  },
  'no-selection': {
    title: 'Nothing is selected in “{name}”.',
    remedy: 'Select a part of it with the marquee, or choose the whole picture.',
  },
  'recorded-step-damaged': {
    title: 'This step of the Action holds no look.',
    remedy: 'Record it again with Plugins › Filmfit › Apply stock…',
  },
  'no-target': { title: 'No document to apply to.', remedy: 'Open an RGB document and choose it.' },
} satisfies Record<string, TextWithRemedy>;

// --- What can be wrong with a file.

const FILE_ERRORS = {
  'file-unreadable': {
    title: '“{file}{name}” cannot be read.',
    remedy: 'Check the file and its access rights. {detail}',
  },
  'file-not-written': {
    title: '“{name}” could not be written.',
    remedy: 'Check the free space and the access rights, or choose another folder.',
  },
  'style-not-json': {
    title: '“{file}” is no style file: {detail}.',
    remedy: 'Choose a file that Filmfit saved (.json or .filmfit).',
  },
  'style-other-format': {
    title: '“{file}” was not made by Filmfit.',
    remedy: 'Choose a file that Filmfit saved (.json or .filmfit).',
  },
  'style-is-library': {
    title: '“{file}” holds stocks.',
    remedy: 'Import it on the Stocks tab, then use one of them.',
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
  'three-dl-invalid': {
    title: '“{file}” is not a valid .3dl file (line {line}).',
    remedy: 'Export it again from the program that made it. ({detail})',
  },
  'hald-invalid': {
    title: '“{file}” is not a Hald picture: {width} × {height} pixels.',
    remedy: 'A Hald picture is a square whose side is a cube: 512 × 512 or 1728 × 1728 pixels, say.',
  },
  'acv-invalid': {
    title: '“{file}” is not a valid .acv file: {detail}.',
    remedy: 'Save the curves again in Photoshop.',
  },
  'import-unknown': {
    title: '“{file}” is nothing that Filmfit can make a stock of.',
    remedy: 'Choose a style (.filmfit), a LUT (.cube, .3dl, Hald picture) or a curves preset (.acv).',
  },
  'import-too-large': {
    title: '“{file}” is too large for a LUT.',
    remedy: 'LUTs of 65 steps and Hald pictures of level 12 are as large as they need to be.',
  },
  'dcp-invalid': {
    title: '“{file}” is no camera profile that can be used: {detail}.',
    remedy: 'Choose the .dcp file of your camera.',
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
  'stock-missing': {
    title: 'The file of “{name}” is gone or damaged.',
    remedy: 'Import the style again, if you exported it, and delete this entry.',
  },
  'library-damaged': {
    title: '“{file}” is damaged: {detail}.',
    remedy: 'Export the stocks again, or use an older copy.',
  },
  'psd.notPsd': {
    title: '“{file}” is no Photoshop file.',
    remedy: 'Choose a .psd or .psb file, or save it again in Photoshop.',
  },
  'psd.truncated': {
    title: '“{file}” is damaged: it ends too early (byte {byte}).',
    remedy: 'Copy it again from its source, or save it again in Photoshop.',
  },
  'psd.tooLarge': {
    title: '“{file}” is too large ({width} × {height} px).',
    remedy: 'Save a smaller copy.',
  },
  'psd.unsupportedDepth': {
    title: '“{file}” has {value} bits per channel.',
    remedy: 'Convert it with Image › Mode › 16 Bits/Channel (or 8) and save it again.',
  },
  psd: {
    title: '“{file}” holds something that Filmfit cannot read ({value}).',
    remedy: 'Save it again in Photoshop, with “Maximize Compatibility”.',
  },
} satisfies Record<string, TextWithRemedy>;

// --- Why pictures cannot be matched, and a negative not inverted.

const MATCH_ERRORS = {
  'picture-missing': {
    title: 'One of the pictures is no longer open.',
    remedy: 'Open it again, or choose another one.',
  },
  'stock-without-pairs': {
    title: '“{name}” was not learned from pictures.',
    remedy: 'Only a look from Match can take another pair.',
  },
  'stock-pairs-closed': {
    title: 'Some pictures of “{name}” are not open.',
    remedy: 'Open {pictures} and try again: all pairs are matched together.',
  },
  'stock-pair-known': {
    title: '“{name}” was already learned from this pair.',
    remedy: 'Choose another film picture and its photo on the Match tab.',
  },
  'align-too-few-matches': {
    title: 'Filmfit could not find the same scene in both pictures.',
    remedy:
      'Check that film and digital show the same scene from nearly the same place. Crop borders and frames away, and try a larger analysis size in Settings.',
  },
  'align-small-overlap': {
    title: 'The pictures share only a small part of the scene.',
    remedy:
      'Use a digital photo that shows most of what is on the film, or mark at least three points under “Help with the alignment”.',
  },
  'align-not-the-same-scene': {
    title: 'These pictures do not seem to show the same scene.',
    remedy:
      'Check which documents are chosen as film and digital. If they are right, mark at least three points under “Help with the alignment”.',
  },
  'align-degenerate-geometry': {
    title: 'What film and photo have in common lies on a line, or contradicts itself.',
    remedy:
      'Mark points under “Help with the alignment”, spread over the whole picture, and check that each shows the same place in both.',
  },
  'points-count': {
    title: 'An alignment by hand takes {min} to {max} point pairs; there are {count}.',
    remedy: 'Place points on corners that both pictures show, spread over the whole picture.',
  },
  'points-outside': {
    title: 'Point {number} lies outside the {picture} picture.',
    remedy: 'Move it onto the picture, or remove it.',
  },
  'align-no-texture': {
    title: 'One of the pictures has hardly any detail.',
    remedy: 'Use a pair with edges and texture: a street, a room, a still life. Plain sky cannot be aligned.',
  },
  'no-style': {
    title: 'There is no look yet.',
    remedy: 'Match two pictures first, or open a saved style.',
  },
  'pair-missing': {
    title: 'Filmfit needs a film scan and a digital photo of the same scene.',
    remedy: 'Open both, as two documents or as two layers of one.',
  },
  'match-failed': { title: '{title}', remedy: '{remedy}' },
  'negative-not-recognized': {
    title: '“{name}” does not look like a negative with an orange mask.',
    remedy: 'If it is a negative, say which under “This document is”.',
  },
  'flat-other-shape': {
    title: '“{flat}” has another shape than “{name}”.',
    remedy:
      'The flat frame has to be taken without film and with nothing moved: the light is known where the scan is.',
  },
  'inversion-other-space': {
    title: 'The roll was scanned in {roll}, “{name}” is in {document}.',
    remedy: 'Convert the document to the profile of the roll, or switch the numbers of the roll off.',
  },
  'fit.too-few-samples': {
    title: 'Too few colors could be compared.',
    remedy: 'Use pictures that overlap more, or that are sharper and better exposed.',
  },
  'negative.no-film': {
    title: 'There is hardly any film in the scan.',
    remedy: 'Check the file: apart from black and white it holds nothing.',
  },
  'negative.area-outside': {
    title: 'The area for the film base lies outside of the scan.',
    remedy: 'Choose an area of unexposed film inside of the picture.',
  },
  'negative.too-few-colors': {
    title: 'The pair shows too few tones to invert the negative by.',
    remedy: 'Use a scene with shadows, mid tones and highlights.',
  },
  'fit.too-few-colors': {
    title: 'The pictures hold only {found} different colors where they overlap.',
    remedy: 'A look needs a scene with several colors and brightnesses: not a wall, not a gray card alone.',
  },
  fit: { title: 'The film’s colors could not be learned from this pair.', remedy: 'Try another pair.' },
} satisfies Record<string, TextWithRemedy>;

// --- Values that Photoshop’s layers cannot take.

const VALUE_ERRORS = {
  'adjustment.outOfRange': {
    title: 'Photoshop cannot hold {value} at {field}.',
    remedy: 'It takes {min} to {max}. Change the value, or match again.',
  },
  'adjustment.notWhole': {
    title: 'Photoshop takes whole numbers only; {field} is {value}.',
    remedy: 'Round the value, or save the style again with the current version of Filmfit.',
  },
  'adjustment.notANumber': {
    title: 'There is no number at {field}.',
    remedy: 'The style is damaged: restore it from a backup, or match again.',
  },
  'adjustment.curvePointCount': {
    title: 'The curve {field} has {value} points; Photoshop takes {min} to {max}.',
    remedy: 'Remove points from the curve, or match again.',
  },
  'adjustment.curveUnsorted': {
    title: 'The points of the curve {field} are not in order (at input {value}).',
    remedy: 'Sort them by their input, or match again.',
  },
  'adjustment.curveTooClose': {
    title: 'Two points of the curve {field} are too close to each other (at input {value}).',
    remedy: 'Photoshop wants at least {min} levels between them: remove or move one.',
  },
  'adjustment.handlesUnsorted': {
    title: 'The handles of the color range {field} are not in order.',
    remedy:
      'Once round the color wheel they go: outer, inner, inner, outer. Match again if you did not edit them.',
  },
  'adjustment.lutLength': {
    title: 'The color table {field} has {value} values; a table of size {size} needs {expected}.',
    remedy: 'Load the table again from its .cube file, or match again.',
  },
  'adjustment.unknownKind': {
    title: 'This version of Filmfit does not know “{value}” ({field}).',
    remedy: 'Update Filmfit, or save the style again with this version.',
  },
  adjustment: {
    title: 'The style holds a value that Photoshop cannot take ({field}).',
    remedy: 'Save the style again with the current version of Filmfit.',
  },
} satisfies Record<string, TextWithRemedy>;

export const TEXTS = {
  ...FRAME_TEXTS,
  ...PICTURE_TEXTS,
  ...MATCH_TEXTS,
  ...RESULT_TEXTS,
  ...SAVE_TEXTS,
  ...NAME_TEXTS,
  look: LOOK_TEXTS,
  lookStages: LOOK_STAGES_TEXTS,
  apply: APPLY_TEXTS,
  stocks: STOCKS_TEXTS,
  settings: SETTINGS_TEXTS,
  texture: TEXTURE_TEXTS,
  negative: NEGATIVE_TEXTS,

  /** By `EstimateWarning.code`; what it means and what helps. */
  warnings: WARNING_TEXTS,

  /** By `UserError.code`, or its family before the first dot. */
  errors: {
    ...PHOTOSHOP_ERRORS,
    ...FILE_ERRORS,
    ...MATCH_ERRORS,
    ...VALUE_ERRORS,
  } as Readonly<Record<string, TextWithRemedy>>,
} as const;
