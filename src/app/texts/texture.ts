/** Grain and halation. */
import type { GrainRefusal } from '../../engine/grain/estimateGrain';
import type { HalationRefusal } from '../../engine/halation/estimateHalation';

export const TEXTURE_TEXTS = {
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
