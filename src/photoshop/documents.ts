/** Which documents are open, and whether Filmfit can work on them. */
import { app, type HostDocument, type HostLayer } from 'photoshop';
import { UserError } from '../engine/userError';
import type { DocumentSummary, LayerSummary, UnsupportedReason } from './photoshopHost';
import { knownProfile } from './profileNames';

export function listDocuments(): DocumentSummary[] {
  const activeId = app.activeDocument?.id ?? null;
  return Array.from(app.documents).map((document) => summarize(document, document.id === activeId));
}

function summarize(document: HostDocument, active: boolean): DocumentSummary {
  const bits = bitsPerChannel(document);
  const layers = pixelLayers(document.layers);
  return {
    id: document.id,
    name: document.name,
    widthPx: document.width,
    heightPx: document.height,
    bitsPerChannel: bits,
    ...knownProfile(document.colorProfileName),
    unsupported: unsupportedReason(document, bits),
    active,
    layers,
  };
}

export function bitsPerChannel(document: HostDocument): 8 | 16 | 32 {
  switch (document.bitsPerChannel) {
    case 'bitDepth8':
      return 8;
    case 'bitDepth16':
      return 16;
    default:
      return 32;
  }
}

function unsupportedReason(document: HostDocument, bits: number): UnsupportedReason | null {
  if (document.mode !== 'RGBColorMode') return 'mode-not-rgb';
  return bits === 32 ? 'depth-32' : null;
}

/** Pixel layers with those inside groups, from the top to the bottom. */
function pixelLayers(layers: readonly HostLayer[]): LayerSummary[] {
  return Array.from(layers).flatMap((layer) => {
    if (layer.kind === 'group') return pixelLayers(layer.layers ?? []);
    return layer.kind === 'pixel' ? [{ id: layer.id, name: layer.name }] : [];
  });
}

/** @throws UserError `document-closed` when it is not open any more. */
export function findDocument(id: number): HostDocument {
  const document = Array.from(app.documents).find((candidate) => candidate.id === id);
  if (!document) throw new UserError('document-closed');
  return document;
}

/**
 * A document that adjustment layers of ours can go into.
 *
 * @throws UserError `document-closed`, or `photoshop.mode-not-rgb` and `photoshop.depth-32` for documents
 * that have to be converted first.
 */
export function findSupportedDocument(id: number): HostDocument {
  const document = findDocument(id);
  const reason = unsupportedReason(document, bitsPerChannel(document));
  if (reason) throw new UserError(reason, { name: document.name });
  return document;
}

/** All layers with those inside groups, from the top to the bottom, groups before their content. */
export function allLayers(layers: readonly HostLayer[]): HostLayer[] {
  return Array.from(layers).flatMap((layer) => [
    layer,
    ...(layer.kind === 'group' ? allLayers(layer.layers ?? []) : []),
  ]);
}
