import { useState } from 'react';
import { MAX_POINT_PAIRS, MIN_POINT_PAIRS } from '../../engine/align/pointPair';
import { completePairs, takesPoint } from '../../app/hints/hints';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { Segments } from '../widgets/Segments';
import { MarkedPicture } from './MarkedPicture';
import { PlaceNumbers } from './PlaceNumbers';

/** Help for pairs that Filmfit cannot lay on each other by itself. */
export function HintsSection() {
  const { hints: actions } = useSession();
  const shown = useSelect((state) => state.showHints);
  const hasPair = useSelect((state) => state.film !== null && state.digital !== null);
  const texts = TEXTS.hints;
  if (!hasPair) return null;
  return (
    <div id="hints">
      <ActionButton
        id="show-hints"
        label={shown ? texts.hide : texts.show}
        quiet
        onClick={() => actions.show(!shown)}
      />
      {shown && <Hints />}
    </div>
  );
}

function Hints() {
  const { hints: actions } = useSession();
  const hints = useSelect((state) => state.hints);
  const [last, setChosen] = useState(0);
  const texts = TEXTS.hints;
  const { film, digital } = hints.points;
  const count = Math.max(film.length, digital.length);
  const chosen = Math.min(last, count - 1);
  const next = (['film', 'digital'] as const).find((role) => takesPoint(hints, role));
  return (
    <>
      <div className="ff-label">{texts.points(completePairs(hints), MIN_POINT_PAIRS, MAX_POINT_PAIRS)}</div>
      <div className="ff-help" id="next-point">
        {next ? texts.next[next] : texts.enough}
      </div>
      {next && (
        <ActionButton
          id="point-in-middle"
          label={texts.middle}
          quiet
          onClick={() => {
            actions.mark(next, { x: 0.5, y: 0.5 });
            setChosen(hints.points[next].length);
          }}
        />
      )}
      <MarkedPicture role="film" onChoose={setChosen} />
      <MarkedPicture role="digital" onChoose={setChosen} />
      {count > 0 && <div className="ff-help">{texts.choose}</div>}
      {count > 1 && (
        <Segments
          options={Array.from({ length: count }, (_, i) => ({ value: String(i), label: String(i + 1) }))}
          selected={String(chosen)}
          onSelect={(value) => setChosen(Number(value))}
        />
      )}
      <PlaceNumbers role="film" index={chosen} />
      <PlaceNumbers role="digital" index={chosen} />
      <div className="ff-button-wrap ff-after-list">
        <ActionButton id="take-back-point" label={texts.takeBack} onClick={actions.takeBack} />
        <ActionButton id="clear-points" label={texts.clear} onClick={actions.clear} />
      </div>
    </>
  );
}
