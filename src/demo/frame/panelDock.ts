/** Where the plugin's panel is docked: a title, the panel's root, and an edge to drag. */
import { element } from './element';

export const MIN_WIDTH_PX = 230;
export const MAX_WIDTH_PX = 600;

export interface PanelDock {
  readonly root: HTMLElement;
  /** What Photoshop hands to the panel's `create`. */
  readonly panelRoot: HTMLElement;
}

export function createPanelDock(widthPx: number): PanelDock {
  const panelRoot = element('div', 'demo-panel-root');
  const edge = element('div', 'demo-dock-edge');
  const root = element(
    'div',
    'demo-plugin-dock',
    edge,
    element('div', 'demo-dock-title', 'Filmfit'),
    panelRoot,
  );
  const resize = (width: number) => {
    root.style.width = `${Math.min(MAX_WIDTH_PX, Math.max(MIN_WIDTH_PX, Math.round(width)))}px`;
    window.dispatchEvent(new Event('resize'));
  };
  edge.addEventListener('pointerdown', (down) => {
    edge.setPointerCapture(down.pointerId);
    const startWidth = root.offsetWidth;
    const move = (event: PointerEvent) => resize(startWidth + down.clientX - event.clientX);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', () => edge.removeEventListener('pointermove', move), { once: true });
  });
  resize(widthPx);
  return { root, panelRoot };
}
