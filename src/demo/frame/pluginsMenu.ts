/** Plugins › Filmfit: the commands that the plugin's manifest names, run as Photoshop runs them. */
import type { Simulator } from '../../simulator/createSimulator';
import { element } from './element';

interface ManifestEntry {
  readonly type: string;
  readonly id: string;
  readonly label: { readonly default: string };
}

export function createPluginsMenu(simulator: Simulator): HTMLElement {
  const list = element('div', 'demo-plugins-list');
  const name = element('button', 'demo-menu-name demo-plugins-name', 'Plugins');
  const root = element('div', 'demo-plugins-menu', name, list);
  list.hidden = true;
  name.addEventListener('click', () => (list.hidden = !list.hidden));
  void fillMenu(list, simulator);
  return root;
}

async function fillMenu(list: HTMLElement, simulator: Simulator): Promise<void> {
  const manifest = (await (await fetch('plugin/manifest.json')).json()) as {
    readonly entrypoints: readonly ManifestEntry[];
  };
  for (const { id, type, label } of manifest.entrypoints) {
    if (type !== 'command') continue;
    const entry = element('button', 'demo-plugins-entry', label.default);
    entry.dataset.command = id;
    entry.addEventListener('click', () => {
      list.hidden = true;
      void run(simulator, id);
    });
    list.append(entry);
  }
}

async function run(simulator: Simulator, id: string): Promise<void> {
  const command = simulator.entrypoints?.commands?.[id];
  await (typeof command === 'function' ? command() : command?.run());
}
