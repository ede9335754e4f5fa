import type { ComponentType } from 'react';
import type { Tab } from '../app/state';
import { ActionFooter } from './ActionFooter';
import { ApplyScreen } from './apply/ApplyScreen';
import { LookScreen } from './look/LookScreen';
import { MatchScreen } from './match/MatchScreen';
import { SettingsScreen } from './settings/SettingsScreen';
import { StocksScreen } from './stocks/StocksScreen';
import { useSelect } from './sessionContext';
import { TabBar } from './TabBar';
import './panel.css';

const SCREENS: Readonly<Record<Tab, ComponentType>> = {
  match: MatchScreen,
  look: LookScreen,
  apply: ApplyScreen,
  stocks: StocksScreen,
  settings: SettingsScreen,
};

/** The whole panel: tabs above, the screen between, the next thing to do below. */
export function Panel() {
  const tab = useSelect((state) => state.tab);
  const Screen = SCREENS[tab];
  return (
    <div className="ff-panel">
      <TabBar />
      <Screen />
      <ActionFooter />
    </div>
  );
}
