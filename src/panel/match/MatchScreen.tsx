import { Guide } from '../guide/Guide';
import { HintsSection } from '../hints/HintsSection';
import { NoticeView } from '../NoticeView';
import { ColorsSection } from '../result/ColorsSection';
import { ModelSection } from '../result/ModelSection';
import { ResultSection } from '../result/ResultSection';
import { UncertaintySection } from '../result/UncertaintySection';
import { Screen } from '../Screen';
import { useSelect } from '../sessionContext';
import { ChosenPair } from './ChosenPair';
import { FilmScanNote } from './FilmScanNote';
import { MatchOptions } from './MatchOptions';
import { MissingCard } from './MissingCard';
import { OpenStyle } from './OpenStyle';
import { PicturePicker } from './PicturePicker';
import { Rereading } from './Rereading';
import { SwapButton } from './SwapButton';

/** From the top: what is missing, the two pictures, what came out. */
export function MatchScreen() {
  const choosing = useSelect((state) => state.choosing || state.evidence === null);
  const hasDocuments = useSelect((state) => state.documents.length > 0);
  const hasStyle = useSelect((state) => state.style !== null);
  const hasEvidence = useSelect((state) => state.evidence !== null && state.style?.origin === 'match');
  const showGuide = useSelect((state) => state.settings.showGuide && state.ready && state.style === null);
  return (
    <Screen>
      {showGuide && <Guide />}
      <MissingCard />
      {hasDocuments &&
        (choosing ? (
          <div className="ff-section" id="pictures">
            <PicturePicker role="film" />
            <FilmScanNote />
            <SwapButton />
            <PicturePicker role="digital" />
            <MatchOptions />
            <HintsSection />
          </div>
        ) : (
          <ChosenPair />
        ))}
      <NoticeView place="save" />
      <Rereading />
      {hasStyle ? <ResultSection /> : <OpenStyle />}
      {hasEvidence && (
        <>
          <ColorsSection />
          <UncertaintySection />
          <ModelSection />
        </>
      )}
    </Screen>
  );
}
