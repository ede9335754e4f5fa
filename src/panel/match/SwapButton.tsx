import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';

export function SwapButton() {
  const session = useSession();
  const usable = useSelect((state) => state.film !== null || state.digital !== null);
  return (
    <div className="ff-swap">
      <ActionButton
        id="swap"
        label={`⇅ ${TEXTS.swap}`}
        quiet
        disabled={!usable}
        title={TEXTS.swapHint}
        onClick={() => session.documents.swap()}
      />
    </div>
  );
}
