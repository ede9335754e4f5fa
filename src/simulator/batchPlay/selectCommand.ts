/** select: which layers are active. Leaves no history state. */
import type { Host } from '../host';
import { isRecord, notValid, type Descriptor } from './descriptor';
import { changedDocument, isLayerReference, references, targetLayer } from './targets';

export function selectCommand(host: Host, descriptor: Descriptor): Descriptor {
  const refs = references(descriptor);
  const document = changedDocument(host, refs);
  if (!refs.some(isLayerReference)) throw notValid('Select');
  const { id } = targetLayer(document, refs);
  const { state } = document;
  const modifier = descriptor.selectionModifier;
  const adds = isRecord(modifier) && modifier._value === 'addToSelection';
  const activeLayerIds = adds ? [...state.activeLayerIds.filter((other) => other !== id), id] : [id];
  document.history.adjust({ ...state, activeLayerIds });
  host.notify('select', { _obj: 'select', layerID: activeLayerIds });
  return { _obj: 'select' };
}

export function selectNoLayersCommand(host: Host): Descriptor {
  const document = changedDocument(host, []);
  document.history.adjust({ ...document.state, activeLayerIds: [] });
  return { _obj: 'selectNoLayers' };
}
