import { STOCK_ORDERS } from '../../app/stocks/stock';
import { TEXTS } from '../../app/texts';
import { useSelect, useSession } from '../sessionContext';
import { Dropdown } from '../widgets/Dropdown';
import { TextField } from '../widgets/TextField';

/** Search and order of the list. */
export function StockFinder({ shown }: { readonly shown: number }) {
  const { stocks: actions } = useSession();
  const count = useSelect((state) => state.stocks.length);
  const search = useSelect((state) => state.stockSearch);
  const order = useSelect((state) => state.stockOrder);
  const texts = TEXTS.stocks;
  return (
    <div className="ff-finder">
      <TextField
        id="stock-search"
        value={search}
        placeholder={texts.search}
        onInput={actions.search}
        onChange={actions.search}
      />
      <div className="ff-finder-order">
        <Dropdown
          id="stock-order"
          options={STOCK_ORDERS.map((value) => ({ value, label: texts.orders[value] }))}
          selected={order}
          onSelect={(value) => {
            const chosen = STOCK_ORDERS.find((each) => each === value);
            if (chosen) actions.order(chosen);
          }}
        />
        <div className="ff-help ff-finder-count">{texts.count(shown, count)}</div>
      </div>
    </div>
  );
}
