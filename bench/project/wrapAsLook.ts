import { neutralLook, type Look } from '../../src/engine/look';
import { latticeColors } from '../../src/engine/render/bakeLut';
import { applyTruthLook, type TruthLook } from '../fit/truthLook';

const SIZE = 33;

/** A lookup table as a Look: neutral stages, and all of it in the residual lattice. */
export function wrapAsLook(table: TruthLook): Look {
  const colors = latticeColors(SIZE);
  const offsets = new Float32Array(colors.length);
  applyTruthLook(table, colors, offsets, SIZE ** 3);
  for (let i = 0; i < offsets.length; i++) offsets[i] -= colors[i];
  return { ...neutralLook('srgb', table.name), residual: { size: SIZE, offsets } };
}
