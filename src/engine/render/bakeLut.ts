import type { Look } from '../look';
import type { Lut3d } from './lut3d';
import { createLookMapper } from './renderLook';

/**
 * The look as a 3D table over the encoded cube, red fastest. At the size of the residual lattice (33) nothing is lost
 * at the nodes.
 * @param size nodes along each axis, 2…256
 * @throws RangeError for other sizes
 */
export function bakeLut(look: Look, size: number): Lut3d {
  if (!Number.isInteger(size) || size < 2 || size > 256) {
    throw new RangeError(`Expected a LUT size of 2 to 256 nodes, got ${size}.`);
  }
  const values = latticeColors(size);
  createLookMapper(look)(values, values, size ** 3);
  return { size, values, space: look.space };
}

/** The colors at the nodes of a lattice over the unit cube, red fastest: 3 · size³ values. */
export function latticeColors(size: number): Float32Array {
  const values = new Float32Array(3 * size ** 3);
  let i = 0;
  for (let blue = 0; blue < size; blue++) {
    for (let green = 0; green < size; green++) {
      for (let red = 0; red < size; red++) {
        values[i++] = red / (size - 1);
        values[i++] = green / (size - 1);
        values[i++] = blue / (size - 1);
      }
    }
  }
  return values;
}
