import { MAX_POINT_PAIRS, MIN_POINT_PAIRS } from '../../engine/align/pointPair';
import { completePairs, takesPoint } from '../../app/hints/hints';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { MarkedPicture } from './MarkedPicture';

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
  const texts = TEXTS.hints;
  const next = (['film', 'digital'] as const).find((role) => takesPoint(hints, role));
  return (
    <>
      <div className="ff-label">{texts.points(completePairs(hints), MIN_POINT_PAIRS, MAX_POINT_PAIRS)}</div>
      <div className="ff-help" id="next-point">
        {next ? texts.next[next] : texts.enough}
      </div>
      <MarkedPicture role="film" />
      <MarkedPicture role="digital" />
      <div className="ff-button-wrap ff-after-list">
        <ActionButton id="take-back-point" label={texts.takeBack} onClick={actions.takeBack} />
        <ActionButton id="clear-points" label={texts.clear} onClick={actions.clear} />
      </div>
    </>
  );
}
