/**
 * Style file, JSON:
 *
 *   { "format": "filmfit-style", "version": 1,
 *     "look": { "name": "Portra 400", "space": "srgb", "tone": [0, 0.013, …],
 *               "residual": { "size": 33, "offsets": { "encoding": "int16-base64", "scale": 0.0000061, "data": "…" } }, … },
 *     "stack": { "name": "Portra 400", "layers": [ { "name": "Tone", "opacity": 100, "adjustment": { "kind": "curves", … } } ] },
 *     "metrics": { "before": { "mean": 9.1, … }, "look": { … }, "stack": { … } } }
 */
import type { Adjustment, AdjustmentStack } from '../../engine/adjustments';
import type { Look } from '../../engine/look';
import { formatJson } from './formatJson';
import { packNumbers } from './packedNumbers';
import { STYLE_FORMAT, STYLE_VERSION } from './style';
import type { Style } from './style';

/** @throws RangeError when a number is not finite */
export function formatStyle(style: Style): string {
  const { look, stack, ...others } = style;
  return formatJson({
    format: STYLE_FORMAT,
    version: STYLE_VERSION,
    look: packLook(look),
    stack: packStack(stack),
    ...others,
  });
}

function packLook(look: Look): unknown {
  const { residual } = look;
  return { ...look, residual: residual && { ...residual, offsets: packNumbers(residual.offsets) } };
}

/** The stack as plain data, LUTs packed: also the content of `stack.json`. */
export function packStack(stack: AdjustmentStack): unknown {
  return {
    ...stack,
    layers: stack.layers.map((layer) => ({ ...layer, adjustment: packAdjustment(layer.adjustment) })),
  };
}

function packAdjustment(adjustment: Adjustment): unknown {
  if (adjustment.kind !== 'colorLookup') return adjustment;
  const { lut } = adjustment;
  return { ...adjustment, lut: { ...lut, values: packNumbers(lut.values) } };
}
