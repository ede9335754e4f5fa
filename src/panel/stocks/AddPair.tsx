import { findSource } from '../../app/pictureSources';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';

/** Learns a stock anew with the pair that is chosen on the Match tab. */
export function AddPair({ id }: { readonly id: string }) {
  const { stocks } = useSession();
  const film = useSelect((state) => findSource(state.documents, state.film)?.name ?? null);
  const digital = useSelect((state) => findSource(state.documents, state.digital)?.name ?? null);
  const busy = useSelect((state) => state.progress !== null);
  const isChosen = film !== null && digital !== null;
  const texts = TEXTS.stocks;
  return (
    <div className="ff-field">
      <ActionButton
        id="add-pair"
        label={texts.addPair}
        disabled={!isChosen || busy}
        onClick={() => void stocks.addPair(id)}
      />
      <div className="ff-help">{isChosen ? texts.addPairHelp(film, digital) : texts.addPairChoose}</div>
    </div>
  );
}
