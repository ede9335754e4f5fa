/** set: the values of an adjustment layer, fields of a layer, its XMP packet, or the selection. */
import type { BlendIf } from '../../engine/render/blendIf';
import { BLEND_MODES } from '../../engine/render/blendModes';
import type { Coverage, LayerState } from '../documentState';
import type { Host } from '../host';
import { updateLayer } from '../layerTree';
import type { OpenDocument } from '../openDocument';
import { KIND_LABELS, KIND_RULES } from './adjustments/storedAdjustments';
import { integer, percent, records } from './adjustments/kindRules';
import { isDescriptor, isRecord, notAvailable, noSuchElement, notValid, type Descriptor } from './descriptor';
import { changedDocument, isLayerReference, references, targetLayer } from './targets';

export function setCommand(host: Host, descriptor: Descriptor): Descriptor {
  const refs = references(descriptor);
  const document = changedDocument(host, refs);
  const { to } = descriptor;
  const property = refs.find((ref) => ref._property !== undefined)?._property;
  if (property === 'selection') return setSelection(host, document, to);
  if (property === 'XMPMetadataAsUTF8') return setXmp(host, document, targetLayer(document, refs), to);
  if (!refs.some(isLayerReference) || !isDescriptor(to)) throw notValid('Set');
  const layer = targetLayer(document, refs);
  return to._obj === 'layer'
    ? setFields(host, document, layer, to)
    : setAdjustment(host, document, layer, to);
}

function setAdjustment(host: Host, document: OpenDocument, layer: LayerState, to: Descriptor): Descriptor {
  const kind = layer.adjustment?._obj;
  if (kind === undefined || kind !== to._obj) throw notAvailable('Set');
  if (layer.locked) throw notAvailable('Set');
  const adjustment = KIND_RULES[kind].accept(to);
  change(host, document, layer, `Modify ${KIND_LABELS[kind]} Layer`, { adjustment });
  return { _obj: 'set' };
}

function setFields(host: Host, document: OpenDocument, layer: LayerState, to: Descriptor): Descriptor {
  const fields: Partial<Record<keyof LayerState, unknown>> = {};
  if (to.name !== undefined) {
    if (typeof to.name !== 'string' || layer.background) throw notValid('Set');
    fields.name = to.name;
  }
  if (to.opacity !== undefined) {
    if (layer.background || layer.locked) throw notAvailable('Set');
    fields.opacity = percent(to.opacity, 0, 100)._value;
  }
  if (to.color !== undefined) {
    if (!isRecord(to.color) || to.color._enum !== 'color') throw notValid('Set');
    fields.color = to.color._value;
  }
  if (to.mode !== undefined) {
    if (layer.background || layer.locked) throw notAvailable('Set');
    fields.blendMode = blendModeOf(to.mode);
  }
  if (to.blendRange !== undefined) {
    if (layer.background || layer.locked) throw notAvailable('Set');
    fields.blendIf = blendIfOf(to.blendRange);
  }
  if (Object.keys(fields).length === 0) throw notValid('Set');
  change(host, document, layer, 'Layer Properties', fields as Partial<LayerState>);
  return { _obj: 'set' };
}

function blendModeOf(mode: unknown): string {
  if (!isRecord(mode) || mode._enum !== 'blendMode' || !BLEND_MODES.some((known) => known === mode._value)) {
    throw notValid('Set');
  }
  return String(mode._value);
}

/** The range of gray below the layer; 'desaturate' is another name of 'destWhiteMax', both have the code 'Dstt'. */
function blendIfOf(ranges: unknown): BlendIf {
  const [range] = records(ranges);
  if (!range || !isRecord(range.channel) || range.channel._value !== 'gray') throw notValid('Set');
  const level = (value: unknown): number => integer(value, 0, 255);
  const blendIf = {
    blackFrom: level(range.destBlackMin),
    blackTo: level(range.destBlackMax),
    whiteFrom: level(range.destWhiteMin),
    whiteTo: level(range.destWhiteMax ?? range.desaturate),
  };
  const inOrder = blendIf.blackFrom <= blendIf.blackTo && blendIf.whiteFrom <= blendIf.whiteTo;
  if (!inOrder || blendIf.blackTo > blendIf.whiteFrom) throw notValid('Set');
  return blendIf;
}

function setXmp(host: Host, document: OpenDocument, layer: LayerState, to: unknown): Descriptor {
  if (!isRecord(to) || typeof to.XMPMetadataAsUTF8 !== 'string') throw notValid('Set');
  // Photoshop parses what it is given; a text that is no XMP packet does not arrive.
  if (!to.XMPMetadataAsUTF8.includes('<rdf:RDF')) throw notValid('Set');
  change(host, document, layer, 'Set Layer Metadata', { xmp: to.XMPMetadataAsUTF8 });
  return { _obj: 'set' };
}

function change(
  host: Host,
  document: OpenDocument,
  layer: LayerState,
  name: string,
  fields: Partial<LayerState>,
): void {
  const layers = updateLayer(document.state.layers, layer.id, (old) => ({ ...old, ...fields }));
  host.change(document, name, { ...document.state, layers });
}

function setSelection(host: Host, document: OpenDocument, to: unknown): Descriptor {
  if (!isRecord(to)) throw notValid('Set');
  const { state } = document;
  if (to._enum === 'ordinal' && to._value === 'none') {
    if (state.selection) host.change(document, 'Deselect', { ...state, selection: null });
    return { _obj: 'set' };
  }
  if (to._ref === 'channel') {
    const saved = state.channels.find((channel) => channel.name === to._name);
    if (!saved) throw noSuchElement('channel');
    host.change(document, 'Load Selection', { ...state, selection: saved.coverage });
    return { _obj: 'set' };
  }
  if (to._obj === 'rectangle') {
    host.change(document, 'Rectangular Marquee', { ...state, selection: rectangle(to) });
    return { _obj: 'set' };
  }
  throw notValid('Set');
}

function rectangle(to: Record<string, unknown>): Coverage {
  const side = (key: string): number => {
    const value = to[key];
    if (!isRecord(value) || value._unit !== 'pixelsUnit' || typeof value._value !== 'number')
      throw notValid('Set');
    return Math.round(value._value);
  };
  const box = { left: side('left'), top: side('top'), right: side('right'), bottom: side('bottom') };
  if (box.right <= box.left || box.bottom <= box.top) throw notValid('Set');
  return { box, data: new Uint8Array((box.right - box.left) * (box.bottom - box.top)).fill(255) };
}
