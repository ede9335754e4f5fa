import { useLayoutEffect, useRef } from 'react';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';

/** The way back for what was deleted last. Deleting takes its own button away, and so does bringing back: each hands the focus to the other. */
export function DeletedStock() {
  const { stocks } = useSession();
  const deleted = useSelect((state) => state.deletedStock);
  const shownRef = useRef(deleted);
  useLayoutEffect(() => {
    const shown = shownRef.current;
    shownRef.current = deleted;
    if (deleted === shown) return;
    const next = deleted === null ? `more-${shown?.id}` : 'bring-back';
    document.getElementById(next)?.focus();
  }, [deleted]);
  if (deleted === null) return null;
  return (
    <div className="ff-notice ff-notice-notice" id="deleted-stock">
      <div className="ff-notice-text">{TEXTS.stocks.deleted(deleted.name)}</div>
      <ActionButton id="bring-back" label={TEXTS.stocks.bringBack} onClick={() => void stocks.bringBack()} />
    </div>
  );
}
