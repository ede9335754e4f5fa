/** make: an adjustment layer, a pixel layer, a group around the active layers, or a layer mask. */
import type { DocumentState, LayerState } from '../documentState';
import { newLayer } from '../documentState';
import type { Host } from '../host';
import { findLayer, flattenLayers, insertBeside, removeLayer, updateLayer } from '../layerTree';
import type { OpenDocument } from '../openDocument';
import { KIND_LABELS, KIND_RULES } from './adjustments/storedAdjustments';
import { isRecord, notAvailable, notValid, type Descriptor } from './descriptor';
import { changedDocument, references } from './targets';

export function makeCommand(host: Host, descriptor: Descriptor): Descriptor {
  if (isRecord(descriptor.new) && descriptor.new._class === 'channel') return makeMask(host, descriptor);
  const refs = references(descriptor);
  const document = changedDocument(host, refs);
  switch (refs[0]?._ref) {
    case 'adjustmentLayer':
      return makeAdjustmentLayer(host, document, descriptor);
    case 'layer':
      return makePixelLayer(host, document);
    case 'layerSection':
      return makeGroup(host, document, descriptor);
    default:
      throw notAvailable('Make');
  }
}

function makeAdjustmentLayer(host: Host, document: OpenDocument, descriptor: Descriptor): Descriptor {
  const { state } = document;
  const { using } = descriptor;
  if (!isRecord(using) || using._obj !== 'adjustmentLayer' || !isRecord(using.type)) throw notValid('Make');
  const { type } = using;
  // A class instead of an object, together with a name, was refused.
  if (type._class !== undefined && 'name' in using) throw notValid('Make');
  const kind = String(type._obj ?? type._class);
  const rules = KIND_RULES[kind];
  if (!rules) throw notAvailable('Make');
  if (kind === 'colorBalance' && 'presetKind' in type) throw notValid('Make');
  if (state.bitsPerChannel === 32 || state.mode !== 'RGBColorMode') throw notAvailable('Make');
  const hasValues = Object.keys(type).some((key) => !['_obj', '_class', 'presetKind'].includes(key));
  const adjustment =
    host.options.makeTakesValues && hasValues ? rules.accept(type as Descriptor) : { ...rules.initial };
  const layer = newLayer({
    id: host.newId(),
    name: `${KIND_LABELS[kind]} ${countOf(state, kind) + 1}`,
    kind: 'adjustment',
    adjustment,
    mask: state.selection,
  });
  host.change(document, `${layer.name} Layer`, {
    ...insertAboveActive(state, layer),
    activeLayerIds: [layer.id],
    selection: null,
  });
  return { _obj: 'make', layerID: layer.id };
}

/** Empty until something is put into it. */
function makePixelLayer(host: Host, document: OpenDocument): Descriptor {
  const { state } = document;
  const count = flattenLayers(state.layers).filter(({ kind, background }) => kind === 'pixel' && !background);
  const layer = newLayer({ id: host.newId(), name: `Layer ${count.length + 1}`, kind: 'pixel' });
  host.change(document, 'New Layer', { ...insertAboveActive(state, layer), activeLayerIds: [layer.id] });
  return { _obj: 'make', layerID: layer.id };
}

const countOf = (state: DocumentState, kind: string): number =>
  flattenLayers(state.layers).filter((layer) => layer.adjustment?._obj === kind).length;

/** Above the topmost active layer, inside its group; into an active group; without active layers on top of all. */
export function insertAboveActive(state: DocumentState, layer: LayerState): DocumentState {
  const active = flattenLayers(state.layers).find(({ id }) => state.activeLayerIds.includes(id));
  if (!active) return { ...state, layers: [layer, ...state.layers] };
  const layers =
    active.kind === 'group'
      ? updateLayer(state.layers, active.id, (group) => ({ ...group, children: [layer, ...group.children] }))
      : insertBeside(state.layers, active.id, layer, 'above');
  return { ...state, layers };
}

function makeGroup(host: Host, document: OpenDocument, descriptor: Descriptor): Descriptor {
  const { state } = document;
  const { using, from } = descriptor;
  const given = isRecord(using) && typeof using.name === 'string' ? using.name : descriptor.name;
  const id = host.newId();
  const group = newLayer({ id, name: typeof given === 'string' ? given : `Group ${id}`, kind: 'group' });
  if (from === undefined) {
    host.change(document, 'New Group', { ...insertAboveActive(state, group), activeLayerIds: [id] });
    return { _obj: 'make', layerSectionStart: id };
  }
  const members = flattenLayers(state.layers).filter((layer) => state.activeLayerIds.includes(layer.id));
  if (members.length === 0 || members.some((layer) => layer.background)) throw notAvailable('Make');
  let layers = insertBeside(state.layers, members[0].id, { ...group, children: members }, 'above');
  // The members now stand twice: take away those outside of the new group.
  const filled = findLayer(layers, id) as LayerState;
  layers = updateLayer(layers, id, () => group);
  for (const member of members) layers = removeLayer(layers, member.id);
  layers = updateLayer(layers, id, () => filled);
  host.change(document, 'Group Layers', { ...state, layers, activeLayerIds: [id] });
  return { _obj: 'make', layerSectionStart: id };
}

function makeMask(host: Host, descriptor: Descriptor): Descriptor {
  const document = changedDocument(host, []);
  const { state } = document;
  const { at, using } = descriptor;
  if (!isRecord(at) || at._value !== 'mask' || !isRecord(using)) throw notValid('Make');
  const layer =
    state.activeLayerIds.length === 1 ? findLayer(state.layers, state.activeLayerIds[0]) : undefined;
  if (!layer || layer.background || layer.mask) throw notAvailable('Make');
  if (using._value !== 'revealSelection' || !state.selection) throw notAvailable('Make');
  const mask = state.selection;
  host.change(document, 'Add Layer Mask', {
    ...state,
    layers: updateLayer(state.layers, layer.id, (old) => ({ ...old, mask })),
    selection: null,
  });
  return { _obj: 'make' };
}
