import { formatPercent } from '../../app/formatNumber';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { ProgressBar } from '../widgets/ProgressBar';

/** How far the pictures of an earlier match are back, in passing: everything else can be used meanwhile. */
export function Rereading() {
  const { earlierMatch } = useSession();
  const fraction = useSelect((state) => state.rereading);
  if (fraction === null) return null;
  return (
    <div id="rereading" className="ff-field">
      <div className="ff-label-row">
        <div className="ff-label">{TEXTS.save.rereading}</div>
        <div className="ff-value">{formatPercent(fraction)}</div>
      </div>
      <div className="ff-progress-row">
        <ProgressBar fraction={fraction} />
        <ActionButton
          id="cancel-rereading"
          label={TEXTS.match.cancel}
          quiet
          onClick={() => earlierMatch.cancel()}
        />
      </div>
    </div>
  );
}
