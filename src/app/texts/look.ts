/** The Look tab. */
import { formatNumber, formatSigned } from '../formatNumber';

export const LOOK_TEXTS = {
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
    'Drag a point, or type levels below. Dots: what the film shows where the photo has this brightness. Diagonal: the photo.',
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
  curveLegend: { film: 'film', learned: 'learned', now: 'now', digital: 'photo' },
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
    'Where each hue goes: from the ring’s rim to the dot, further out for more saturation. Drag a large dot, or use the sliders.',
} as const;
