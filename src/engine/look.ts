/**
 * Look: what film did to the colors, free of any application.
 *
 * The stages in the order in which `renderLook` applies them; every stage maps encoded RGB in `space` to encoded RGB:
 *
 *   exposure, white balance   linear-light gains that leave white where it is: v → k·v / (1 + (k − 1)·v)
 *   matrix                    linear light, rows sum to one (neutrals stay neutral; three equal rows: black and white)
 *   tone                      one curve for the three channels
 *   channel curves            one curve a channel (the color cast along the gray axis)
 *   hue bands, saturation     OKLCh: hue shift, chroma gain and lightness shift by hue; chroma gain by chroma
 *   residual                  what the stages above cannot say, as a smooth lattice of RGB offsets
 *
 * Halation, in linear light, comes before them and grain after them: they look at more than one pixel, so that no table of
 * colors can hold them (see halation/ and grain/).
 *
 * The stages are there to be read and edited; with the residual they are the fitted look exactly.
 */
import type { RgbSpaceId } from './color/rgbSpace';

/** Samples of a monotone curve at equal steps over [0, 1]; read with linear interpolation. */
export type SampledCurve = readonly number[];

/** A hue band of OKLCh, centered on `hueDeg`, fading to nothing at the neighbouring centers. */
export interface HueBand {
  readonly hueDeg: number;
  readonly shiftDeg: number;
  /** Factor on chroma; 1 leaves it. */
  readonly chroma: number;
  /** Added to OKLab lightness, scaled with chroma so that neutrals stay. */
  readonly lightness: number;
}

/** Gains k = 2^Ev of `v → k·v / (1 + (k − 1)·v)`: a plain gain in the shadows, and white stays white. */
export interface WhiteBalance {
  /** Common gain in stops. */
  readonly exposureEv: number;
  /** Gain of red and blue against green, in stops. */
  readonly redEv: number;
  readonly blueEv: number;
}

/** Offsets in encoded RGB on a size³ lattice, red fastest; added to what the parametric stages give. */
export interface ResidualLattice {
  readonly size: number;
  readonly offsets: Float32Array;
}

/** White noise blurred by a Gaussian; `share` of the grain's variance. */
export interface GrainComponent {
  /** Deviation of the blur in pixels of the analysed frame; 0 is white. */
  readonly sigmaPx: number;
  readonly share: number;
}

/** Grain as a disturbance of encoded values, laid over the picture that the look gives. */
export interface GrainModel {
  /** Standard deviation at equal steps of the channel's own encoded value over [0, 1]. */
  readonly strength: {
    readonly red: readonly number[];
    readonly green: readonly number[];
    readonly blue: readonly number[];
  };
  /** Correlation of red with green, red with blue, green with blue, in [−1, 1]. */
  readonly correlation: readonly [redGreen: number, redBlue: number, greenBlue: number];
  /** Its autocorrelation; shares sum to one. */
  readonly spectrum: readonly GrainComponent[];
  /** Distance at which the autocorrelation has fallen to 1/e, in pixels of the analysed frame. */
  readonly sizePx: number;
  /** Long edge of the picture in the pixels that sizes are given in. */
  readonly analysedLongEdgePx: number;
}

/**
 * Light that the film base throws back around highlights. In linear light, before the look:
 * E = S + strength · tint · (blur(S) − S), which leaves even areas as they are.
 */
export interface HalationModel {
  /** Share of the red layer's light that is thrown back. */
  readonly strength: number;
  /** Deviation of the Gaussian glow as a share of the long edge. */
  readonly radius: number;
  /** Glow of red, green and blue over that of red. */
  readonly tint: readonly [red: number, green: number, blue: number];
}

export interface LookProvenance {
  /** ISO date, set by whoever saves the style; the engine has no clock. */
  readonly date?: string;
  readonly engineVersion: string;
  readonly pairs: readonly {
    readonly film: string;
    readonly digital: string;
    /** Mean of the look on this pair, and of the look of the other pairs alone. */
    readonly deltaE2000?: number;
    readonly heldOutDeltaE2000?: number;
    /** SHA-256 of the files, hexadecimal: whether a pair is the same can be told years later. */
    readonly filmSha256?: string;
    readonly digitalSha256?: string;
    /** Of scaled pixels, named by what they are in front: from Photoshop, where files are out of reach. */
    readonly filmPixelHash?: string;
    readonly digitalPixelHash?: string;
  }[];
  /** In the user's words: "Portra 400". */
  readonly stock?: string;
  readonly camera?: string;
  readonly scanner?: string;
  readonly lab?: string;
  /** What developed or scanned the pictures: "NLP 3.1". */
  readonly software?: string;
  /** How the film was exposed: "box speed", "+1 stop". */
  readonly exposure?: string;
  /** The file that a look was imported from. */
  readonly importedFrom?: string;
}

export interface Look {
  readonly version: 1;
  readonly name: string;
  readonly space: RgbSpaceId;
  readonly whiteBalance: WhiteBalance;
  /** 3×3 row-major, linear light, rows sum to one. */
  readonly matrix: readonly number[];
  readonly tone: SampledCurve;
  readonly channels: {
    readonly red: SampledCurve;
    readonly green: SampledCurve;
    readonly blue: SampledCurve;
  };
  readonly hueBands: readonly HueBand[];
  /** Factor on chroma at equal steps of OKLab chroma over [0, 0.4]. */
  readonly saturation: SampledCurve;
  readonly residual: ResidualLattice | null;
  readonly grain: GrainModel | null;
  readonly halation: HalationModel | null;
  readonly provenance: LookProvenance;
}

export interface LookRange {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly unit: '' | '°' | 'EV';
}

/** What the numbers of a look can sensibly be; feeds sliders and validation. */
export const LOOK_RANGES = {
  exposureEv: { min: -4, max: 4, default: 0, unit: 'EV' },
  whiteBalanceEv: { min: -3, max: 3, default: 0, unit: 'EV' },
  matrix: { min: -4, max: 5, default: 0, unit: '' },
  curve: { min: 0, max: 1, default: 0, unit: '' },
  hueShiftDeg: { min: -60, max: 60, default: 0, unit: '°' },
  chroma: { min: 0, max: 4, default: 1, unit: '' },
  bandLightness: { min: -2, max: 2, default: 0, unit: '' },
  residual: { min: -2, max: 2, default: 0, unit: '' },
} as const satisfies Record<string, LookRange>;

/** Samples of a look's curves: steps of 1/64 over [0, 1]. */
export const CURVE_SAMPLES = 65;
/** Centers of the hue bands: every 30° of OKLCh. */
export const HUE_BAND_COUNT = 12;
/** Chroma at the last sample of `saturation`; the first is at 0. */
export const SATURATION_MAX_CHROMA = 0.4;
export const SATURATION_SAMPLES = 9;

/** Goes into the provenance of every look. */
export const ENGINE_VERSION = '0.1.0';

export function identityCurve(): number[] {
  return Array.from({ length: CURVE_SAMPLES }, (_, i) => i / (CURVE_SAMPLES - 1));
}

export function neutralHueBands(): HueBand[] {
  return Array.from({ length: HUE_BAND_COUNT }, (_, i) => ({
    hueDeg: (360 * i) / HUE_BAND_COUNT,
    shiftDeg: 0,
    chroma: 1,
    lightness: 0,
  }));
}

/** The look that changes nothing. */
export function neutralLook(space: RgbSpaceId, name = ''): Look {
  return {
    version: 1,
    name,
    space,
    whiteBalance: { exposureEv: 0, redEv: 0, blueEv: 0 },
    matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    tone: identityCurve(),
    channels: { red: identityCurve(), green: identityCurve(), blue: identityCurve() },
    hueBands: neutralHueBands(),
    saturation: Array.from({ length: SATURATION_SAMPLES }, () => 1),
    residual: null,
    grain: null,
    halation: null,
    provenance: { engineVersion: ENGINE_VERSION, pairs: [] },
  };
}
