import { listStocks } from '../../app/stocks/stock';
import { TEXTS } from '../../app/texts';
import { Card } from '../Card';
import { NoticeView } from '../NoticeView';
import { Screen } from '../Screen';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { Button } from '../widgets/Button';
import { DeletedStock } from './DeletedStock';
import { StockFinder } from './StockFinder';
import { StockRow } from './StockRow';

/** The looks that the user has kept or brought. */
export function StocksScreen() {
  const { stocks: actions } = useSession();
  const stocks = useSelect((state) => state.stocks);
  const search = useSelect((state) => state.stockSearch);
  const order = useSelect((state) => state.stockOrder);
  const hasStyle = useSelect((state) => state.style !== null);
  const shown = listStocks(stocks, search, order);
  const texts = TEXTS.stocks;
  return (
    <Screen above={stocks.length > 0 && <StockFinder shown={shown.length} />}>
      <NoticeView place="stocks" />
      <DeletedStock />
      {stocks.length === 0 && <Card id="no-stocks" text={texts.empty} />}
      {stocks.length > 0 && shown.length === 0 && <div className="ff-help">{texts.nothingFound}</div>}
      {shown.map((stock) => (
        <StockRow key={stock.id} stock={stock} />
      ))}
      <div className="ff-button-wrap ff-after-list">
        {hasStyle && <Button id="keep-stock" label={texts.keep} onClick={() => void actions.keep()} />}
      </div>
      <div className="ff-button-wrap">
        <ActionButton id="import-stocks" label={texts.import} onClick={() => void actions.importFiles()} />
        <ActionButton
          id="import-folder"
          label={texts.importFolder}
          onClick={() => void actions.importFolder()}
        />
        {stocks.length > 0 && (
          <>
            <ActionButton
              id="export-stocks"
              label={texts.exportAll}
              onClick={() => void actions.exportAll()}
            />
            <ActionButton
              id="export-folder"
              label={texts.exportFolder}
              onClick={() => void actions.exportFolder()}
            />
          </>
        )}
      </div>
    </Screen>
  );
}
