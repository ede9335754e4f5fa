/**
 * A picture made ready for one table after the other of the same size, as while a slider moves: where each pixel lies in
 * the lattice stays, so that a table costs twelve products a pixel. Tetrahedral interpolation, as in applyLut.ts.
 */
import { rgbImage, type RgbImage } from '../image/rgbImage';
import type { Lut3d } from './lut3d';

const CORNERS = 4;

/**
 * @param size nodes along each axis of the tables to come
 * @returns as `applyLut` of this picture, in one and the same picture each time: memory that is new for every frame costs
 * more than the arithmetic. @throws RangeError for a table of another size or space
 */
export function prepareForLut(image: RgbImage, size: number): (lut: Lut3d) => RgbImage {
  const pixels = image.width * image.height;
  const corners = new Uint32Array(CORNERS * pixels);
  const weights = new Float32Array(CORNERS * pixels);
  for (let i = 0; i < pixels; i++) locate(image.data, 3 * i, size, corners, weights, CORNERS * i);
  const result = rgbImage(image.width, image.height, image.space);
  return (lut) => {
    if (lut.size !== size || lut.space !== image.space) {
      throw new RangeError(
        `Expected a table of ${size} nodes in ${image.space}, got ${lut.size} in ${lut.space}.`,
      );
    }
    const { values } = lut;
    const { data } = result;
    for (let i = 0, at = 0; at < data.length; i += CORNERS, at += 3) {
      const p0 = corners[i];
      const p1 = corners[i + 1];
      const p2 = corners[i + 2];
      const p3 = corners[i + 3];
      const w0 = weights[i];
      const w1 = weights[i + 1];
      const w2 = weights[i + 2];
      const w3 = weights[i + 3];
      data[at] = w0 * values[p0] + w1 * values[p1] + w2 * values[p2] + w3 * values[p3];
      data[at + 1] = w0 * values[p0 + 1] + w1 * values[p1 + 1] + w2 * values[p2 + 1] + w3 * values[p3 + 1];
      data[at + 2] = w0 * values[p0 + 2] + w1 * values[p1 + 2] + w2 * values[p2 + 2] + w3 * values[p3 + 2];
    }
    return result;
  };
}

const fractions = new Float64Array(3);

/** The four corners of the tetrahedron around a color, from the one nearest to black, as offsets into a table; and their weights. */
function locate(
  colors: Float32Array,
  at: number,
  size: number,
  corners: Uint32Array,
  weights: Float32Array,
  to: number,
): void {
  const last = size - 1;
  let corner = 0;
  for (let c = 0, step = 3; c < 3; c++, step *= size) {
    const value = colors[at + c];
    const position = last * (value > 0 ? (value < 1 ? value : 1) : 0);
    const node = Math.min(position | 0, last - 1);
    fractions[c] = position - node;
    corner += step * node;
  }
  const [r, g, b] = fractions;
  const high = r >= g && r >= b ? 0 : g >= b ? 1 : 2;
  const low = b <= r && b <= g && high !== 2 ? 2 : g <= r && high !== 1 ? 1 : 0;
  const middle = 3 - high - low;
  corners[to] = corner;
  corners[to + 1] = corners[to] + 3 * size ** high;
  corners[to + 2] = corners[to + 1] + 3 * size ** middle;
  corners[to + 3] = corners[to + 2] + 3 * size ** low;
  weights[to] = 1 - fractions[high];
  weights[to + 1] = fractions[high] - fractions[middle];
  weights[to + 2] = fractions[middle] - fractions[low];
  weights[to + 3] = fractions[low];
}
