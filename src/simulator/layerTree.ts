/** Reading and rebuilding the tree of layers; every function leaves its input as it is. */
import type { LayerState } from './documentState';

export type Layers = readonly LayerState[];

/** All layers with those inside groups, from the top to the bottom, groups before their content. */
export function flattenLayers(layers: Layers): LayerState[] {
  return layers.flatMap((layer) => [layer, ...flattenLayers(layer.children)]);
}

export function findLayer(layers: Layers, id: number): LayerState | undefined {
  for (const layer of layers) {
    if (layer.id === id) return layer;
    const inside = findLayer(layer.children, id);
    if (inside) return inside;
  }
  return undefined;
}

/** The group that holds the layer; null at the top level, undefined when the layer does not exist. */
export function findParent(
  layers: Layers,
  id: number,
  parent: LayerState | null = null,
): LayerState | null | undefined {
  for (const layer of layers) {
    if (layer.id === id) return parent;
    const inside = findParent(layer.children, id, layer);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

export function updateLayer(
  layers: Layers,
  id: number,
  update: (layer: LayerState) => LayerState,
): readonly LayerState[] {
  return layers.map((layer) => {
    if (layer.id === id) return update(layer);
    return layer.children.length > 0
      ? { ...layer, children: updateLayer(layer.children, id, update) }
      : layer;
  });
}

export function removeLayer(layers: Layers, id: number): readonly LayerState[] {
  return layers
    .filter((layer) => layer.id !== id)
    .map((layer) =>
      layer.children.length > 0 ? { ...layer, children: removeLayer(layer.children, id) } : layer,
    );
}

/** Puts `added` right above or below the layer with this id, inside the same group. */
export function insertBeside(
  layers: Layers,
  id: number,
  added: LayerState,
  side: 'above' | 'below',
): readonly LayerState[] {
  return layers.flatMap((layer) => {
    if (layer.id === id) return side === 'above' ? [added, layer] : [layer, added];
    return layer.children.length > 0
      ? [{ ...layer, children: insertBeside(layer.children, id, added, side) }]
      : [layer];
  });
}
