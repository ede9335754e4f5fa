import { ActionFooter } from './ActionFooter';
import { MatchScreen } from './match/MatchScreen';
import { SettingsScreen } from './settings/SettingsScreen';
import { useSelect } from './sessionContext';
import { TabBar } from './TabBar';
import './panel.css';

/** The whole panel: tabs above, the screen between, the next thing to do below. */
export function Panel() {
  const tab = useSelect((state) => state.tab);
  return (
    <div className="ff-panel">
      <TabBar />
      <div className="ff-body">{tab === 'settings' ? <SettingsScreen /> : <MatchScreen />}</div>
      <ActionFooter />
    </div>
  );
}
