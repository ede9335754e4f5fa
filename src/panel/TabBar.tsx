import { TABS, type Tab } from '../app/state';
import { TEXTS } from '../app/texts';
import { GearIcon } from './GearIcon';
import { useSelect, useSession } from './sessionContext';

/** Plain buttons: UXP has no tab widget, and these can be reached with the keyboard. */
export function TabBar() {
  const session = useSession();
  const selected = useSelect((state) => state.tab);
  const className = (tab: Tab) => (tab === selected ? 'ff-tab ff-tab-selected' : 'ff-tab');
  return (
    <div className="ff-tabs">
      {TABS.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          className={className(tab)}
          title={TEXTS.tabs[tab]}
          onClick={() => session.showTab(tab)}
        >
          {tab === 'settings' ? <GearIcon /> : TEXTS.tabs[tab]}
        </button>
      ))}
    </div>
  );
}
