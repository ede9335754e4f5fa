/** The History panel: clicking a state goes there. */
import type { Simulator } from '../../simulator/createSimulator';
import { element } from './element';

export function createHistoryPanel(simulator: Simulator): { root: HTMLElement; update(): void } {
  const list = element('div', 'demo-history');
  const root = element('div', 'demo-dock-panel', element('div', 'demo-dock-title', 'History'), list);
  let drawn = '';

  function goTo(id: number, index: number): void {
    while (simulator.historyOf(id).current > index) simulator.undo(id);
    while (simulator.historyOf(id).current < index) simulator.redo(id);
  }

  return {
    root,
    update() {
      const id = simulator.activeDocumentId;
      const history = id === null ? { names: [], current: 0 } : simulator.historyOf(id);
      const key = JSON.stringify([id, history]);
      if (key === drawn || id === null) return;
      drawn = key;
      list.replaceChildren(
        ...history.names.map((name, index) => {
          const later = index > history.current ? ' demo-history-undone' : '';
          const current = index === history.current ? ' demo-history-current' : '';
          const entry = element('button', `demo-history-entry${later}${current}`, name);
          entry.addEventListener('click', () => goTo(id, index));
          return entry;
        }),
      );
      list.scrollTop = list.scrollHeight;
    },
  };
}
