import type { Tab } from '../app/state';
import { TEXTS } from '../app/texts';
import { useSelect, useSession } from './sessionContext';

const TABS: readonly Tab[] = ['match', 'settings'];

/** Plain buttons: UXP has no tab widget, and these can be reached with the keyboard. */
export function TabBar() {
  const session = useSession();
  const selected = useSelect((state) => state.tab);
  return (
    <div className="ff-tabs">
      {TABS.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          className={tab === selected ? 'ff-tab ff-tab-selected' : 'ff-tab'}
          onClick={() => session.showTab(tab)}
        >
          {TEXTS.tabs[tab]}
        </button>
      ))}
    </div>
  );
}
