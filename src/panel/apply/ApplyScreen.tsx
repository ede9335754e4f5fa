import { TEXTS } from '../../app/texts';
import { Card } from '../Card';
import { ExportSection } from '../export/ExportSection';
import { NegativeSection } from '../negative/NegativeSection';
import { Screen } from '../Screen';
import { useSelect } from '../sessionContext';
import { ApplyPicture } from './ApplyPicture';
import { BatchSection } from './BatchSection';
import { GroupList } from './GroupList';
import { LayerSection } from './LayerSection';
import { TargetSection } from './TargetSection';
import { TextureSection } from './TextureSection';

/** Where the layers go, which ones, what it will look like; what is there already; and files for other programs. */
export function ApplyScreen() {
  const hasStyle = useSelect((state) => state.style !== null);
  return (
    <Screen>
      {hasStyle ? null : <Card id="no-look" text={TEXTS.look.none} />}
      <TargetSection />
      <NegativeSection />
      {hasStyle && <LayerSection />}
      {hasStyle && <TextureSection />}
      {hasStyle && <ApplyPicture />}
      <GroupList />
      {hasStyle && <BatchSection />}
      <ExportSection />
    </Screen>
  );
}
