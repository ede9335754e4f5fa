/** Document tabs, and the active document's composite on the pasteboard. */
import { PageImageData } from '../pageGlobals';
import type { Simulator } from '../../simulator/createSimulator';
import type { DocumentState, Pixels } from '../../simulator/documentState';
import { element } from './element';

export function createDocumentArea(simulator: Simulator): { root: HTMLElement; update(): void } {
  const tabs = element('div', 'demo-tabs');
  const canvas = element('canvas', 'demo-canvas');
  const pasteboard = element('div', 'demo-pasteboard', canvas);
  const status = element('div', 'demo-status');
  const root = element('div', 'demo-documents', tabs, pasteboard, status);
  let drawn: DocumentState | null = null;
  let drawnTabs = '';

  function drawTabs(): void {
    const documents = simulator.photoshop.app.documents;
    const active = simulator.activeDocumentId;
    const key = JSON.stringify([active, documents.map(({ id, name }) => [id, name])]);
    if (key === drawnTabs) return;
    drawnTabs = key;
    tabs.replaceChildren(
      ...documents.map(({ id, name }) => {
        const close = element('button', 'demo-tab-close', '×');
        close.title = `Close ${name}`;
        close.addEventListener('click', (event) => {
          event.stopPropagation();
          simulator.closeDocument(id);
        });
        const bits = simulator.stateOf(id).bitsPerChannel;
        const tab = element(
          'div',
          id === active ? 'demo-tab demo-tab-active' : 'demo-tab',
          `${name} (RGB/${bits})`,
          close,
        );
        tab.addEventListener('click', () => simulator.selectDocument(id));
        return tab;
      }),
    );
  }

  function drawCanvas(): void {
    const id = simulator.activeDocumentId;
    const state = id === null ? null : simulator.stateOf(id);
    if (drawn === state) return;
    drawn = state;
    canvas.hidden = state === null;
    status.textContent = state
      ? `${state.width} px × ${state.height} px    ${state.profileName || 'Untagged RGB'}`
      : '';
    if (id !== null && state) paint(canvas, state, simulator.compositeOf(id));
  }

  return {
    root,
    update() {
      drawTabs();
      drawCanvas();
    },
  };
}

function paint(canvas: HTMLCanvasElement, state: DocumentState, composite: Pixels): void {
  canvas.width = state.width;
  canvas.height = state.height;
  const image = new PageImageData(toCodes(composite), state.width, state.height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

/** RGBA, 0…255. */
export function toCodes({ data, channels }: Pixels): Uint8ClampedArray<ArrayBuffer> {
  const codes = new Uint8ClampedArray((data.length / channels) * 4).fill(255);
  const scale = data instanceof Uint16Array ? 255 / 32768 : 1;
  for (let i = 0, j = 0; i < data.length; i += channels, j += 4) {
    for (let c = 0; c < channels; c++) codes[j + c] = data[i + c] * scale;
  }
  return codes;
}
