/**
 * The shape that every adjustment takes when it is about to run: buffers in, buffers out. Making a mapper does the
 * work that depends on the adjustment alone (tables, spline coefficients), so that one mapper serves many pixels.
 */

/**
 * Maps `count` interleaved RGB pixels of encoded values, nominally in [0, 1]. Results are in [0, 1].
 * `source` and `target` hold at least 3 · count values and may be the same array.
 */
export type Mapper = (source: Float32Array, target: Float32Array, count: number) => void;

/**
 * Maps `count` interleaved pixels of 8-bit codes exactly as Photoshop does in an 8-bit document.
 * With `channels` 4 the fourth value of a pixel (alpha) is copied. `source` and `target` may be the same array.
 */
export type Mapper8 = (source: Uint8Array, target: Uint8Array, count: number, channels: 3 | 4) => void;
