/** hide and show: `null` holds the list of layers, as Photoshop records it. */
import type { Host } from '../host';
import { updateLayer } from '../layerTree';
import { isRecord, notValid, type Descriptor, type Reference } from './descriptor';
import { changedDocument, targetLayer } from './targets';

const setVisible = (host: Host, descriptor: Descriptor, visible: boolean): Descriptor => {
  const list = descriptor.null;
  if (!Array.isArray(list) || !list.every(isRecord)) throw notValid(descriptor._obj);
  const document = changedDocument(host, []);
  let { layers } = document.state;
  for (const ref of list as readonly Reference[]) {
    layers = updateLayer(layers, targetLayer(document, [ref]).id, (layer) => ({ ...layer, visible }));
  }
  host.change(document, 'Layer Visibility', { ...document.state, layers });
  return { _obj: descriptor._obj };
};

export const hideCommand = (host: Host, descriptor: Descriptor): Descriptor =>
  setVisible(host, descriptor, false);
export const showCommand = (host: Host, descriptor: Descriptor): Descriptor =>
  setVisible(host, descriptor, true);
