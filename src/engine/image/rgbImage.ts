import type { RgbSpaceId } from '../color/rgbSpace';

/** An encoded RGB picture: `data` is interleaved R, G, B, row by row, nominally in [0, 1] but not clipped. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  /** 3 · width · height values. */
  readonly data: Float32Array;
  /** The space that the values are encoded in; required, never guessed. */
  readonly space: RgbSpaceId;
}

/** One value a pixel: a mask in [0, 1], a luminance, a weight. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** width · height values, row by row. */
  readonly data: Float32Array;
}

/** The same scene twice. Both pictures are in the same RGB space. */
export interface ImagePair {
  readonly film: RgbImage;
  readonly digital: RgbImage;
}

/** @throws RangeError when the length of `data` is not 3 · width · height. */
export function rgbImage(width: number, height: number, space: RgbSpaceId, data?: Float32Array): RgbImage {
  const length = 3 * width * height;
  if (data && data.length !== length) {
    throw new RangeError(`An RGB image of ${width}×${height} needs ${length} values, got ${data.length}.`);
  }
  return { width, height, space, data: data ?? new Float32Array(length) };
}

/** @throws RangeError when the length of `data` is not width · height. */
export function plane(width: number, height: number, data?: Float32Array): Plane {
  const length = width * height;
  if (data && data.length !== length) {
    throw new RangeError(`A plane of ${width}×${height} needs ${length} values, got ${data.length}.`);
  }
  return { width, height, data: data ?? new Float32Array(length) };
}
