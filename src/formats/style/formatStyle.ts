/**
 * Style file (.filmfit), JSON; styleFile.schema.json describes it for other programs:
 *
 *   { "format": "filmfit-style", "version": 2,
 *     "provenance": { "engineVersion": "0.1.0", "stock": "Portra 400", "pairs": [ { "film": "a.tif", "filmSha256": "…", … } ] },
 *     "metrics": { "before": { "mean": 9.1, … }, "look": { … }, "stack": { … } },
 *     "thumbnail": "data:image/jpeg;base64,…",
 *     "look": { "name": "Portra 400", "space": "srgb", "tone": [0, 0.013, …],
 *               "residual": { "size": 33, "offsets": { "encoding": "int16-base64", "scale": 0.0000061, "data": "…" } }, … },
 *     "stack": { "name": "Portra 400", "layers": [ { "name": "Tone", "opacity": 100, "adjustment": { "kind": "curves", … } } ] },
 *     "learned": { "tone": [0, 0.012, …], … }
 *
 * `learned` is there when the look was changed by hand since: the panel shows what was changed, and can take it back.
 *
 * What people read stands before what only programs read. Earlier versions: upgradeStyle.ts.
 */
import type { Adjustment, AdjustmentStack } from '../../engine/adjustments';
import type { Look } from '../../engine/look';
import { formatJson } from './formatJson';
import { packNumbers } from './packedNumbers';
import { STYLE_FORMAT, STYLE_VERSION } from './style';
import type { Style } from './style';

/** @throws RangeError when a number is not finite */
export function formatStyle(style: Style): string {
  const { look, stack, learned, ...others } = style;
  const { provenance, ...lookOnly } = look;
  return formatJson({
    format: STYLE_FORMAT,
    version: STYLE_VERSION,
    provenance,
    ...others,
    look: packResidual(lookOnly),
    stack: packStack(stack),
    ...(learned && { learned: packResidual(learned) }),
  });
}

function packResidual(stages: Partial<Pick<Look, 'residual'>>): unknown {
  const { residual } = stages;
  return residual ? { ...stages, residual: { ...residual, offsets: packNumbers(residual.offsets) } } : stages;
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
