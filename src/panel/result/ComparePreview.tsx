import { COMPARE_MODES, COMPARED_PICTURES } from '../../app/preview/comparison';
import { DIFFERENCE_FULL_SCALE } from '../../app/preview/differenceImage';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { Dropdown } from '../widgets/Dropdown';
import { Segments } from '../widgets/Segments';
import type { ComparisonPreview } from '../../app/state';
import { BlinkView } from './BlinkView';
import { DifferenceView } from './DifferenceView';
import type { PicturePair } from './picturePair';
import { WipeView } from './WipeView';

/** Two pictures over each other: wiped, blinked, or their difference. */
export function ComparePreview() {
  const session = useSession();
  const compared = useSelect((state) => state.compared);
  const mode = useSelect((state) => state.compareMode);
  const comparison = useSelect((state) => state.comparison);
  const texts = TEXTS.result;
  const pair = comparison && named(comparison);
  return (
    <div className="ff-compare" id="compare">
      <Dropdown
        id="compared"
        options={COMPARED_PICTURES.map((value) => ({ value, label: texts.compare[value] }))}
        selected={compared}
        onSelect={(value) => {
          const pictures = COMPARED_PICTURES.find((each) => each === value);
          if (pictures) session.comparison.compare(pictures);
        }}
      />
      {comparison === null && <div className="ff-help">{texts.drawing}</div>}
      {pair && mode === 'wipe' && <WipeView {...pair} />}
      {pair && mode === 'blink' && <BlinkView {...pair} />}
      {comparison && mode === 'difference' && <DifferenceView comparison={comparison} />}
      <Segments
        options={COMPARE_MODES.map((value) => ({ value, label: texts.modes[value] }))}
        selected={mode}
        onSelect={session.comparison.setMode}
      />
      {mode === 'difference' && (
        <div className="ff-help">{texts.differenceLegend(DIFFERENCE_FULL_SCALE)}</div>
      )}
    </div>
  );
}

function named({ pictures, firstUrl, secondUrl }: ComparisonPreview): PicturePair {
  const [first, second] = TEXTS.result.pictures[pictures];
  return { firstUrl, secondUrl, first, second };
}
