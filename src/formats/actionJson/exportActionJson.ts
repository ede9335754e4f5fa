/**
 * The layers as a list of batchPlay commands, which Adobe's Photoshop API executes on any number of files ("actionJSON")
 * and a script plays in Photoshop:
 *
 *   [ { "_obj": "make", "_target": [{ "_ref": "layerSection" }], "using": { "_obj": "layerSection", "name": "Portra 400" } },
 *     { "_obj": "make", "_target": [{ "_ref": "adjustmentLayer" }], "using": { "_obj": "adjustmentLayer", "type": { "_obj": "curves" } } },
 *     { "_obj": "set", "_target": [{ "_ref": "adjustmentLayer", "_enum": "ordinal", "_value": "targetEnum" }], "to": { "_obj": "curves", … } },
 *     { "_obj": "set", "_target": [{ "_ref": "layer", … }], "to": { "_obj": "layer", "name": "Tone", "opacity": … } }, … ]
 *
 * An empty group first: what is made while it is active goes into it. Layers are named and set where they stand, since a
 * list of commands cannot know the identifiers that a host will give.
 */
import type { Adjustment, AdjustmentStack } from '../../engine/adjustments';
import { createStackMapper } from '../../engine/render/renderStack';
import type { Exported } from '../export/exported';
import { measureRoundTrip } from '../export/roundTrip';
import type { Style } from '../style/style';

const ACTIVE = { _enum: 'ordinal', _value: 'targetEnum' } as const;
const ACTIVE_LAYER = [{ _ref: 'layer', ...ACTIVE }];
const percent = (value: number) => ({ _unit: 'percentUnit', _value: value });

/** @param describe an adjustment as the object that `set` takes */
export function exportActionJson(
  { look, stack }: Style,
  describe: (adjustment: Adjustment) => object,
): Exported {
  return {
    content: `${JSON.stringify(stackCommands(stack, describe), null, 2)}\n`,
    roundTrip: measureRoundTrip(look, createStackMapper(stack)),
    losses: [{ code: 'layers' }],
  };
}

export function stackCommands(
  { name, layers, opacity }: AdjustmentStack,
  describe: (adjustment: Adjustment) => object,
): readonly object[] {
  return [
    {
      _obj: 'make',
      _target: [{ _ref: 'layerSection' }],
      using: { _obj: 'layerSection', name },
    },
    { _obj: 'set', _target: ACTIVE_LAYER, to: { _obj: 'layer', name, opacity: percent(opacity) } },
    ...layers.flatMap((layer) => [
      {
        _obj: 'make',
        _target: [{ _ref: 'adjustmentLayer' }],
        using: { _obj: 'adjustmentLayer', type: { _obj: layer.adjustment.kind } },
      },
      {
        _obj: 'set',
        _target: [{ _ref: 'adjustmentLayer', ...ACTIVE }],
        to: describe(layer.adjustment),
      },
      {
        _obj: 'set',
        _target: ACTIVE_LAYER,
        to: { _obj: 'layer', name: layer.name, opacity: percent(layer.opacity) },
      },
    ]),
  ];
}
