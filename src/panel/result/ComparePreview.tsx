import { COMPARE_MODES, COMPARED_PICTURES, type CompareMode } from '../../app/preview/comparison';
import { DIFFERENCE_FULL_SCALE } from '../../app/preview/differenceImage';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { Dropdown } from '../widgets/Dropdown';
import { Segments } from '../widgets/Segments';
import { CompareView } from './CompareView';

/** Film, photo and result over each other: wiped, blinked, their difference, their edges. */
export function ComparePreview() {
  const session = useSession();
  const compared = useSelect((state) => state.compared);
  const mode = useSelect((state) => state.compareMode);
  const texts = TEXTS.result;
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
      <CompareView />
      <Segments
        options={COMPARE_MODES.map((value) => ({ value, label: texts.modes[value] }))}
        selected={mode}
        onSelect={session.comparison.setMode}
      />
      {LEGENDS[mode] && <div className="ff-help">{LEGENDS[mode]}</div>}
    </div>
  );
}

const LEGENDS: Readonly<Partial<Record<CompareMode, string>>> = {
  difference: TEXTS.result.differenceLegend(DIFFERENCE_FULL_SCALE),
  edges: TEXTS.result.edgesLegend,
  guesses: TEXTS.result.guessesLegend,
};
