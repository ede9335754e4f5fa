import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';

/** The way back for what was deleted last. */
export function DeletedStock() {
  const { stocks } = useSession();
  const deleted = useSelect((state) => state.deletedStock);
  if (deleted === null) return null;
  return (
    <div className="ff-notice ff-notice-notice" id="deleted-stock">
      <div className="ff-notice-text">{TEXTS.stocks.deleted(deleted.name)}</div>
      <ActionButton id="bring-back" label={TEXTS.stocks.bringBack} onClick={() => void stocks.bringBack()} />
    </div>
  );
}
