/** How hard the pairs of each level are: ranges that a case is drawn from. */
export const LEVELS = ['easy', 'medium', 'hard', 'extreme'] as const;
export type Level = (typeof LEVELS)[number];

export interface LevelRanges {
  /** Film's field of view over the photo's, as a power of two: from, to. */
  readonly zoom: readonly [number, number];
  readonly rotationDeg: number;
  /** Displacement of the film frame's corners, as a share of the frame. */
  readonly perspective: number;
  /** Least share of the film frame that the photo shows. */
  readonly overlap: number;
  /** Chances of a quarter turn, a mirrored scan, an un-inverted negative, a border with sprocket holes. */
  readonly turned: number;
  readonly mirrored: number;
  readonly negative: number;
  readonly bordered: number;
  /** One radial term: share of the frame's half diagonal that a corner moves by, at most. */
  readonly distortion: number;
  /** Parallax in px of a 1000 px long edge; and the chance of a near object with its own. */
  readonly parallaxPx: number;
  readonly foreground: number;
  /** Strength of tone and color change, and of uneven light in stops. */
  readonly look: number;
  readonly unevenEv: number;
  readonly grain: readonly [number, number];
  /** Standard deviation in px at 1200 px. */
  readonly blurPx: readonly [number, number];
  readonly specks: readonly [number, number];
  /** Share of the frame where something else stands than in the photo. */
  readonly moved: number;
}

export const LEVEL_RANGES: Readonly<Record<Level, LevelRanges>> = {
  easy: {
    zoom: [-0.1, 0.1],
    rotationDeg: 2,
    perspective: 0.01,
    overlap: 0.85,
    turned: 0,
    mirrored: 0,
    negative: 0,
    bordered: 0,
    distortion: 0,
    parallaxPx: 0,
    foreground: 0,
    look: 0.5,
    unevenEv: 0.1,
    grain: [0.005, 0.02],
    blurPx: [0, 0.6],
    specks: [0, 5],
    moved: 0,
  },
  medium: {
    zoom: [-0.35, 0.35],
    rotationDeg: 5,
    perspective: 0.02,
    overlap: 0.7,
    turned: 0.25,
    mirrored: 0.15,
    negative: 0.3,
    bordered: 0.4,
    distortion: 0.01,
    parallaxPx: 0,
    foreground: 0,
    look: 1,
    unevenEv: 0.3,
    grain: [0.01, 0.05],
    blurPx: [0.2, 1.2],
    specks: [5, 60],
    moved: 0.01,
  },
  hard: {
    zoom: [-0.8, 0.7],
    rotationDeg: 12,
    perspective: 0.05,
    overlap: 0.5,
    turned: 0.5,
    mirrored: 0.3,
    negative: 0.5,
    bordered: 0.6,
    distortion: 0.03,
    parallaxPx: 2,
    foreground: 0.4,
    look: 1.4,
    unevenEv: 0.7,
    grain: [0.03, 0.09],
    blurPx: [0.4, 2],
    specks: [20, 200],
    moved: 0.04,
  },
  extreme: {
    zoom: [-1.3, 1],
    rotationDeg: 30,
    perspective: 0.08,
    overlap: 0.35,
    turned: 0.6,
    mirrored: 0.4,
    negative: 0.6,
    bordered: 0.7,
    distortion: 0.05,
    parallaxPx: 4,
    foreground: 0.7,
    look: 1.8,
    unevenEv: 1.4,
    grain: [0.06, 0.16],
    blurPx: [0.8, 3.2],
    specks: [50, 500],
    moved: 0.12,
  },
};
