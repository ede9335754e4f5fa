/** get: one property, or all of them, of a layer or a document. Needs no modal scope. */
import type { LayerState } from '../documentState';
import type { Host } from '../host';
import type { OpenDocument } from '../openDocument';
import { isLayerReference, references, targetLayer } from './targets';
import { noSuchElement, notValid, type Descriptor } from './descriptor';

export function getCommand(host: Host, descriptor: Descriptor): Descriptor {
  const refs = references(descriptor);
  const named = refs.find((ref) => ref._ref === 'document' && ref._id !== undefined);
  if (host.activeId === null) throw noSuchElement('document');
  const document = named ? host.document(Number(named._id)) : host.activeDocument();
  const property = refs.find((ref) => ref._property !== undefined)?._property;
  if (refs.some(isLayerReference)) return layerProperty(host, targetLayer(document, refs), property);
  return documentProperty(document, property);
}

function layerProperty(host: Host, layer: LayerState, property: string | undefined): Descriptor {
  const all: Record<string, unknown> = {
    layerID: layer.id,
    name: layer.name,
    visible: layer.visible,
    opacity: Math.round((layer.opacity * 255) / 100),
    hasUserMask: layer.mask !== null,
    color: { _enum: 'color', _value: layer.color },
    ...(layer.adjustment ? { adjustment: [answered(host, layer.adjustment)] } : {}),
    ...(layer.xmp === null ? {} : { XMPMetadataAsUTF8: layer.xmp }),
  };
  return pick(all, property);
}

/** Later versions answer with fields of their own. */
function answered(host: Host, adjustment: Descriptor): Descriptor {
  if (host.majorVersion < 27) return adjustment;
  if (adjustment._obj === 'curves') return { ...adjustment, transferFunction: 0 };
  if (adjustment._obj === 'hueSaturation') {
    return { ...adjustment, GeneratedPreset: false, OriginalColors: [] };
  }
  return adjustment;
}

function documentProperty(document: OpenDocument, property: string | undefined): Descriptor {
  const { state } = document;
  const all: Record<string, unknown> = {
    documentID: document.id,
    title: document.name,
    ...(state.selection ? { selection: { _obj: 'rectangle', ...state.selection.box } } : {}),
  };
  return pick(all, property);
}

function pick(all: Record<string, unknown>, property: string | undefined): Descriptor {
  if (property === undefined) return { _obj: 'get', ...all };
  if (property === '') throw notValid('Get');
  return property in all ? { _obj: 'get', [property]: all[property] } : { _obj: 'get' };
}
