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
  const canUndo = useSelect((state) => state.editHistory.past.length > 0);
  const canRedo = useSelect((state) => state.editHistory.future.length > 0);
  const isEdited = useSelect((state) => hasEdits(state.editHistory.present));
  const restacking = useSelect((state) => state.restacking);
  const weakened = useSelect((state) => groupOpacity(state.layerOptions) < 100);
  const deltaE = useSelect((state) => state.style?.metrics?.stack.mean ?? null);
  const texts = TEXTS.look;
  return (
    <div className="ff-toolbar">
      <ActionButton id="look-undo" label={`↶ ${texts.undo}`} quiet disabled={!canUndo} onClick={look.undo} />
      <ActionButton id="look-redo" label={`↷ ${texts.redo}`} quiet disabled={!canRedo} onClick={look.redo} />
      <ActionButton id="look-reset" label={texts.reset} quiet disabled={!isEdited} onClick={look.resetAll} />
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
