import { TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { WipeView } from '../result/WipeView';
import { useSelect, useSession } from '../sessionContext';
import { Button } from '../widgets/Button';
import { Dropdown } from '../widgets/Dropdown';

const UNTOUCHED = '';

/** The stock on the user's picture, wiped against the untouched one or against another stock. */
export function StockTrial({ id }: { readonly id: string }) {
  const { stocks: actions } = useSession();
  const stocks = useSelect((state) => state.stocks);
  const trial = useSelect((state) => (state.trial?.id === id ? state.trial : null));
  const hasTarget = useSelect((state) => state.targetDocumentId !== null);
  const texts = TEXTS.stocks;
  if (!hasTarget) return <div className="ff-help">{TEXTS.apply.noPreview}</div>;
  if (trial === null) {
    return <Button id="try-stock" label={texts.tryOn} onClick={() => void actions.tryOn(id, null)} />;
  }
  const nameOf = (stockId: string | null) => stocks.find((each) => each.id === stockId)?.name ?? '';
  const [first, second] =
    trial.otherId === null ? [texts.untouched, nameOf(id)] : [nameOf(id), nameOf(trial.otherId)];
  return (
    <div id="stock-trial">
      <Field label={texts.compareWith}>
        <Dropdown
          id="compare-stock"
          options={[
            { value: UNTOUCHED, label: texts.nothingToCompare },
            ...stocks.filter((each) => each.id !== id).map((each) => ({ value: each.id, label: each.name })),
          ]}
          selected={trial.otherId ?? UNTOUCHED}
          onSelect={(value) => void actions.tryOn(id, value === UNTOUCHED ? null : value)}
        />
      </Field>
      {trial.urls ? (
        <WipeView {...trial.urls} first={first} second={second} />
      ) : (
        <div className="ff-help">{TEXTS.result.drawing}</div>
      )}
    </div>
  );
}
