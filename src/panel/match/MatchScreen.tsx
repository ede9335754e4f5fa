import { useSelect } from '../sessionContext';
import { ApplySection } from '../result/ApplySection';
import { KeepSection } from '../result/KeepSection';
import { ResultSection } from '../result/ResultSection';
import { ChosenPair } from './ChosenPair';
import { MissingCard } from './MissingCard';
import { PicturePicker } from './PicturePicker';
import { SwapButton } from './SwapButton';

/** From the top: what is missing, the two pictures, what came out, what to do with it. */
export function MatchScreen() {
  const choosing = useSelect((state) => state.choosing || state.evidence === null);
  const hasDocuments = useSelect((state) => state.documents.length > 0);
  const hasStyle = useSelect((state) => state.style !== null);
  return (
    <div className="ff-screen">
      <MissingCard />
      {hasDocuments &&
        (choosing ? (
          <div className="ff-section" id="pictures">
            <PicturePicker role="film" />
            <SwapButton />
            <PicturePicker role="digital" />
          </div>
        ) : (
          <ChosenPair />
        ))}
      {hasStyle && <ResultSection />}
      {hasStyle && <ApplySection />}
      <KeepSection />
    </div>
  );
}
