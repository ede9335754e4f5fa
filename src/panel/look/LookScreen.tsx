import { TEXTS } from '../../app/texts';
import { TextureSection } from '../apply/TextureSection';
import { Card } from '../Card';
import { NoticeView } from '../NoticeView';
import { Screen } from '../Screen';
import { useSelect } from '../sessionContext';
import { AdjustSection } from './AdjustSection';
import { ChromaSection } from './ChromaSection';
import { CorrectionSection } from './CorrectionSection';
import { CurveSection } from './CurveSection';
import { HueSection } from './HueSection';
import { LookPicture } from './LookPicture';
import { LookToolbar } from './LookToolbar';
import { MixingSection } from './MixingSection';
import { ResidualSection } from './ResidualSection';
import { TextureReport } from './TextureReport';

/** The look by hand. The picture stays in sight while the sliders scroll below it. */
export function LookScreen() {
  const hasStyle = useSelect((state) => state.style !== null);
  if (!hasStyle) {
    return (
      <Screen>
        <Card id="no-look" text={TEXTS.look.none} />
      </Screen>
    );
  }
  return (
    <Screen
      above={
        <>
          <LookPicture />
          <LookToolbar />
        </>
      }
    >
      <NoticeView place="look" />
      <AdjustSection />
      <CurveSection />
      <HueSection />
      <ChromaSection />
      <MixingSection />
      <CorrectionSection />
      <ResidualSection />
      <TextureSection />
      <TextureReport />
    </Screen>
  );
}
