import type { RgbSpaceId } from '../color/rgbSpace';

/** A 3D lookup table over the encoded RGB cube [0, 1]³. */
export interface Lut3d {
  /** Nodes along each axis, 2…256. */
  readonly size: number;
  /** 3 · size³ values; red varies fastest, then green, then blue (the order of a .cube file). */
  readonly values: Float32Array;
  readonly space: RgbSpaceId;
}
