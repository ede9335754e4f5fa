/** The Layers panel: groups and layers with eye, thumbnail, name and opacity. */
import { PageImageData } from '../pageGlobals';
import type { Simulator } from '../../simulator/createSimulator';
import type { DocumentState, LayerState } from '../../simulator/documentState';
import { element, icon } from './element';
import { ICONS } from './icons';

const THUMBNAIL_PX = 30;

export function createLayersPanel(simulator: Simulator): { root: HTMLElement; update(): void } {
  const list = element('div', 'demo-layers');
  const opacity = element('div', 'demo-layers-opacity');
  const head = element('div', 'demo-layers-head', element('div', '', 'Normal'), opacity);
  const root = element(
    'div',
    'demo-dock-panel demo-dock-grow',
    element('div', 'demo-dock-title', 'Layers'),
    head,
    list,
  );
  const thumbnails = new WeakMap<object, HTMLCanvasElement>();
  let drawn: DocumentState | null = null;

  function thumbnailOf(layer: LayerState): HTMLElement | SVGElement {
    if (layer.kind === 'group') return icon(ICONS.group);
    if (layer.pixels === null) return icon(adjustmentIcon(layer));
    const known = thumbnails.get(layer.pixels);
    if (known) return known;
    const made = drawThumbnail(layer.pixels);
    thumbnails.set(layer.pixels, made);
    return made;
  }

  function row(id: number, state: DocumentState, layer: LayerState, depth: number): HTMLElement[] {
    const eye = element('button', layer.visible ? 'demo-eye' : 'demo-eye demo-eye-off', icon(ICONS.eye));
    eye.title = layer.visible ? `Hide ${layer.name}` : `Show ${layer.name}`;
    eye.addEventListener('click', (event) => {
      event.stopPropagation();
      simulator.editLayer(id, layer.id, { visible: !layer.visible });
    });
    const indent = element('div');
    indent.style.width = `${14 * depth}px`;
    const picture = element('div', `demo-layer-picture demo-layer-${layer.kind}`, thumbnailOf(layer));
    const name = element('div', 'demo-layer-name', layer.name);
    const mask = layer.mask ? [element('div', 'demo-layer-mask')] : [];
    const share =
      layer.opacity < 100 ? [element('div', 'demo-layer-opacity', `${Math.round(layer.opacity)}%`)] : [];
    const selected = state.activeLayerIds.includes(layer.id);
    const line = element(
      'div',
      selected ? 'demo-layer demo-layer-selected' : 'demo-layer',
      eye,
      indent,
      picture,
      ...mask,
      name,
      ...share,
    );
    line.dataset.color = layer.color;
    line.addEventListener('click', () => simulator.selectLayers(id, [layer.id]));
    return [line, ...layer.children.flatMap((child) => row(id, state, child, depth + 1))];
  }

  return {
    root,
    update() {
      const id = simulator.activeDocumentId;
      const state = id === null ? null : simulator.stateOf(id);
      if (state === drawn) return;
      drawn = state;
      if (id === null || state === null) return list.replaceChildren();
      list.replaceChildren(...state.layers.flatMap((layer) => row(id, state, layer, 0)));
      const active = simulator.layersOf(id).find((layer) => state.activeLayerIds.includes(layer.id));
      opacity.textContent = `Opacity: ${Math.round(active?.opacity ?? 100)}%`;
    },
  };
}

function adjustmentIcon(layer: LayerState): string {
  const kind = layer.adjustment?._obj ?? '';
  return Object.hasOwn(ICONS, kind) ? ICONS[kind as keyof typeof ICONS] : ICONS.adjustment;
}

function drawThumbnail({ box, channels, data }: NonNullable<LayerState['pixels']>): HTMLCanvasElement {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const scale = THUMBNAIL_PX / Math.max(width, height, 1);
  const canvas = element('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const image = new PageImageData(canvas.width, canvas.height);
  const depth = data instanceof Uint16Array ? 255 / 32768 : 1;
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const from = channels * (Math.floor(y / scale) * width + Math.floor(x / scale));
      const to = 4 * (y * canvas.width + x);
      for (let c = 0; c < 4; c++) image.data[to + c] = c < channels ? data[from + c] * depth : 255;
    }
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
