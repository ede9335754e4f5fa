import { formatNumber } from '../../app/formatNumber';
import { groupOpacity } from '../../app/look/layerOptions';
import { hasEdits } from '../../app/look/lookEdits';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';

/** Undo, redo, back to what was learned; and whether the layers are up to date. */
export function LookToolbar() {
  const { look } = useSession();
  const history = useSelect((state) => state.editHistory);
  const restacking = useSelect((state) => state.restacking);
  const weakened = useSelect((state) => groupOpacity(state.layerOptions) < 100);
  const deltaE = useSelect((state) => state.style?.metrics?.stack.mean ?? null);
  const texts = TEXTS.look;
  return (
    <div className="ff-toolbar">
      <ActionButton
        id="look-undo"
        label={`↶ ${texts.undo}`}
        quiet
        disabled={history.past.length === 0}
        onClick={look.undo}
      />
      <ActionButton
        id="look-redo"
        label={`↷ ${texts.redo}`}
        quiet
        disabled={history.future.length === 0}
        onClick={look.redo}
      />
      <ActionButton
        id="look-reset"
        label={texts.reset}
        quiet
        disabled={!hasEdits(history.present)}
        onClick={look.resetAll}
      />
      <div className="ff-toolbar-status">
        {deltaE !== null && (
          <Explained id="look-status" help={texts.statusHelp}>
            <div id="look-status">
              {restacking ? texts.updating : texts.upToDate(formatNumber(deltaE, 1), weakened)}
            </div>
          </Explained>
        )}
        {deltaE === null && <div id="look-status">{restacking && texts.updating}</div>}
      </div>
    </div>
  );
}
