/** What a command's `_target` points at. */
import type { LayerState } from '../documentState';
import type { Host } from '../host';
import { findLayer } from '../layerTree';
import type { OpenDocument } from '../openDocument';
import { isRecord, noSuchElement, notValid, type Descriptor, type Reference } from './descriptor';

export function references(descriptor: Descriptor): readonly Reference[] {
  const target = descriptor._target;
  if (!Array.isArray(target) || !target.every(isRecord)) throw notValid(descriptor._obj);
  return target as readonly Reference[];
}

/** The document that a changing command acts on: always the active one; naming another one is refused. */
export function changedDocument(host: Host, refs: readonly Reference[]): OpenDocument {
  if (host.activeId === null) throw noSuchElement('document');
  const active = host.activeDocument();
  const named = refs.find((ref) => ref._ref === 'document' && ref._id !== undefined);
  if (named && named._id !== active.id) throw noSuchElement('document');
  return active;
}

const LAYER_REFERENCES = ['layer', 'adjustmentLayer', 'layerSection'];

export const isLayerReference = (ref: Reference): boolean => LAYER_REFERENCES.includes(ref._ref ?? '');

/** The layer that is named by its id, or the one active layer. @throws Refusal when there is none. */
export function targetLayer(document: OpenDocument, refs: readonly Reference[]): LayerState {
  const ref = refs.find(isLayerReference);
  if (!ref) throw noSuchElement('layer');
  const { layers, activeLayerIds } = document.state;
  const id =
    ref._id ?? (ref._enum === 'ordinal' && ref._value === 'targetEnum' ? activeLayerIds[0] : undefined);
  const layer = id === undefined ? undefined : findLayer(layers, id);
  if (!layer) throw noSuchElement('layer');
  return layer;
}
