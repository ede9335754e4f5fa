/** delete: a layer, or a saved channel. */
import type { Host } from '../host';
import { removeLayer } from '../layerTree';
import { noSuchElement, notAvailable, type Descriptor } from './descriptor';
import { changedDocument, isLayerReference, references, targetLayer } from './targets';

export function deleteCommand(host: Host, descriptor: Descriptor): Descriptor {
  const refs = references(descriptor);
  const document = changedDocument(host, refs);
  const { state } = document;
  if (refs.some(isLayerReference)) {
    const layer = targetLayer(document, refs);
    const layers = removeLayer(state.layers, layer.id);
    // A document keeps at least one layer, and locked layers stay.
    if (layer.locked || layers.length === 0) throw notAvailable('Delete');
    const activeLayerIds = state.activeLayerIds.filter((id) => id !== layer.id);
    host.change(document, 'Delete Layer', { ...state, layers, activeLayerIds });
    return { _obj: 'delete' };
  }
  const name = refs.find((ref) => ref._ref === 'channel')?._name;
  if (!state.channels.some((channel) => channel.name === name)) throw noSuchElement('channel');
  const channels = state.channels.filter((channel) => channel.name !== name);
  host.change(document, 'Delete Channel', { ...state, channels });
  return { _obj: 'delete' };
}
