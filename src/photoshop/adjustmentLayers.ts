/**
 * One adjustment layer: made bare, set in full, read back and compared. Whether values inside `make` count differs
 * between reports about Photoshop; what reads back is what is there.
 */
import * as v from 'valibot';
import type { Adjustment, AdjustmentLayer } from '../engine/adjustments';
import { UserError } from '../engine/userError';
import { buildDescriptor, isSameAdjustment, parseDescriptor } from './descriptors/descriptorOf';
import { playCommand } from './playCommand';
import { ACTIVE_LAYER, layerWithId, percent, property } from './references';

const LayerId = v.object({ layerID: v.number() });
const StoredAdjustment = v.object({ adjustment: v.tupleWithRest([v.unknown()], v.unknown()) });

/**
 * Makes the layer above the active one, in the active document, and leaves it active.
 *
 * @returns its id.
 * @throws UserError `layer-values-differ` when Photoshop keeps other values than those that were sent.
 */
export async function makeAdjustmentLayer(layer: AdjustmentLayer): Promise<number> {
  const { kind } = layer.adjustment;
  await playCommand({
    _obj: 'make',
    _target: [{ _ref: 'adjustmentLayer' }],
    using: { _obj: 'adjustmentLayer', type: { _obj: kind } },
  });
  const id = await activeLayerId();
  await setAdjustment(id, layer.adjustment, layer.name);
  await playCommand({
    _obj: 'set',
    _target: [layerWithId(id)],
    to: { _obj: 'layer', name: layer.name, opacity: percent(layer.opacity) },
  });
  return id;
}

/** Sets the values of a layer of the same kind, and makes sure that they have arrived. */
export async function setAdjustment(id: number, adjustment: Adjustment, layerName: string): Promise<void> {
  await playCommand({
    _obj: 'set',
    _target: [{ _ref: 'adjustmentLayer', _id: id }],
    to: buildDescriptor(adjustment),
  });
  if (!isSameAdjustment(adjustment, await readAdjustment(id, adjustment.kind))) {
    throw new UserError('layer-values-differ', { name: layerName });
  }
}

export async function readAdjustment(id: number, kind: Adjustment['kind']): Promise<Adjustment> {
  const reply = await playCommand({ _obj: 'get', _target: [property('adjustment'), layerWithId(id)] });
  return parseDescriptor(kind, v.parse(StoredAdjustment, reply).adjustment[0]);
}

export async function activeLayerId(): Promise<number> {
  const reply = await playCommand({ _obj: 'get', _target: [property('layerID'), ACTIVE_LAYER] });
  return v.parse(LayerId, reply).layerID;
}
