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

/** What it will look like, where the layers go, what is there already, which layers; and files for other programs. */
export function ApplyScreen() {
  const hasStyle = useSelect((state) => state.style !== null);
  return (
    <Screen above={hasStyle && <ApplyPicture />}>
      {hasStyle ? null : <Card id="no-look" text={TEXTS.look.none} />}
      <TargetSection />
      <GroupList />
      {hasStyle && <LayerSection />}
      {hasStyle && <TextureSection />}
      {hasStyle && <BatchSection />}
      <NegativeSection />
      <ExportSection />
    </Screen>
  );
}
