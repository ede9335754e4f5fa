/** The window around the panel: menus, tools, documents, history and layers, as a photographer knows them. */
import type { Simulator } from '../../simulator/createSimulator';
import { createDocumentArea } from './documentArea';
import { element, icon } from './element';
import { createHistoryPanel } from './historyPanel';
import { ICONS } from './icons';
import { createLayersPanel } from './layersPanel';
import { createPanelDock } from './panelDock';
import { createPluginsMenu } from './pluginsMenu';
import { setTheme, THEMES, type Theme } from './themes';
import './frame.css';

const MENUS = [
  'File',
  'Edit',
  'Image',
  'Layer',
  'Type',
  'Select',
  'Filter',
  'View',
  'Plugins',
  'Window',
  'Help',
];
const TOOLS = [
  'move',
  'marquee',
  'lasso',
  'wand',
  'crop',
  'eyedropper',
  'brush',
  'stamp',
  'gradient',
  'text',
  'pen',
  'hand',
  'zoom',
] as const;

/** The simulated host keeps immutable states: looking at it this often costs nothing while nothing changes. */
const LOOK_EVERY_MS = 120;

export interface FrameOptions {
  readonly theme: Theme;
  readonly panelWidthPx: number;
}

/** @returns the element that the plugin's panel is created in */
export function createApplicationFrame(simulator: Simulator, options: FrameOptions): HTMLElement {
  const documents = createDocumentArea(simulator);
  const history = createHistoryPanel(simulator);
  const layers = createLayersPanel(simulator);
  const dock = createPanelDock(options.panelWidthPx);
  const column = element('div', 'demo-column', history.root, layers.root);
  const tools = element(
    'div',
    'demo-tools',
    ...TOOLS.map((tool) => element('div', 'demo-tool', icon(ICONS[tool]))),
  );
  document.body.append(
    element(
      'div',
      'demo-menu-bar',
      ...MENUS.map((name) =>
        name === 'Plugins' ? createPluginsMenu(simulator) : element('div', 'demo-menu-name', name),
      ),
    ),
    optionsBar(options.theme),
    element('div', 'demo-main', tools, documents.root, dock.root, column),
  );
  const update = () => {
    documents.update();
    history.update();
    layers.update();
  };
  update();
  setInterval(update, LOOK_EVERY_MS);
  return dock.panelRoot;
}

function optionsBar(theme: Theme): HTMLElement {
  const switches = THEMES.map((each) => {
    const swatch = element('button', `demo-theme-swatch demo-theme-${each}`);
    swatch.title = `Theme: ${each}`;
    swatch.addEventListener('click', () => choose(each));
    return swatch;
  });
  const choose = (chosen: Theme) => {
    setTheme(chosen);
    THEMES.forEach((each, index) => switches[index].toggleAttribute('data-chosen', each === chosen));
  };
  choose(theme);
  return element(
    'div',
    'demo-options-bar',
    element('div', 'demo-note', 'A simulated Photoshop: the panel at the right is the plugin itself.'),
    element('div', 'demo-theme-switch', ...switches),
  );
}
