/**
 * Look: what film did to the colors, free of any application.
 *
 * The stages in the order in which `renderLook` applies them; every stage maps encoded RGB in `space` to encoded RGB:
 *
 *   exposure, white balance   linear-light gains
 *   matrix                    linear light, rows sum to one (neutrals stay neutral)
 *   tone                      one curve for the three channels
 *   channel curves            one curve a channel (the color cast along the gray axis)
 *   hue bands, saturation     OKLCh: hue shift, chroma gain and lightness shift by hue; chroma gain by chroma
 *   residual                  what the stages above cannot say, as a smooth lattice of RGB offsets
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

export interface GrainModel {
  /** Standard deviation in encoded values at equal steps of lightness over [0, 1]. */
  readonly strength: readonly number[];
  /** Correlation length in pixels of the digital picture that was analysed. */
  readonly sizePx: number;
  readonly analysedLongEdgePx: number;
}

export interface HalationModel {
  readonly strength: number;
  /** Share of the long edge. */
  readonly radius: number;
}

export interface LookProvenance {
  /** ISO date, set by whoever saves the style; the engine has no clock. */
  readonly date?: string;
  readonly engineVersion: string;
  readonly pairs: readonly {
    readonly film: string;
    readonly digital: string;
    readonly deltaE2000?: number;
  }[];
  readonly stock?: string;
  readonly scanner?: string;
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
