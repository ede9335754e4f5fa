import type { AdjustmentStack } from '../../../src/engine/adjustments';
import { neutralLook, type Look } from '../../../src/engine/look';
import { latticeColors } from '../../../src/engine/render/bakeLut';
import { createStackMapper } from '../../../src/engine/render/renderStack';

/** Nodes of the lattice: fine enough that the corners of curves survive. */
const SIZE = 65;

/** A look that holds what a stack does in its residual lattice. */
export function lookFromStack(stack: AdjustmentStack): Look {
  const colors = latticeColors(SIZE);
  const offsets = colors.slice();
  createStackMapper(stack)(colors, offsets, SIZE ** 3);
  for (let i = 0; i < offsets.length; i++) offsets[i] -= colors[i];
  return { ...neutralLook('srgb', stack.name), residual: { size: SIZE, offsets } };
}
