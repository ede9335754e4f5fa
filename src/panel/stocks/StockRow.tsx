import type { Stock } from '../../app/stocks/stock';
import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { StockDetails } from './StockDetails';

/** A stock in the list: what it does to the user's picture and to a few colors, what it is, and the way to use it. */
export function StockRow({ stock }: { readonly stock: Stock }) {
  const { stocks } = useSession();
  const open = useSelect((state) => state.openStock === stock.id);
  const url = useSelect((state) => state.stockPictures[stock.id] ?? '');
  const texts = TEXTS.stocks;
  const { id, name, film, scanner, tags, pairs, deltaE2000, heldOutDeltaE2000, date } = stock;
  const origin = [film, scanner].filter(Boolean).join(' · ');
  return (
    <div className={open ? 'ff-stock ff-stock-open' : 'ff-stock'} id={`stock-${id}`}>
      <div className="ff-stock-head">
        <div className="ff-thumb ff-thumb-stock">
          {url !== '' && <img src={url} alt="" className="ff-thumb-wide" />}
        </div>
        <div className="ff-stock-text">
          <div className="ff-stock-name ff-ellipsis" title={name}>
            {name}
          </div>
          {origin && (
            <div className="ff-help ff-ellipsis" title={origin}>
              {origin}
            </div>
          )}
          {tags.length > 0 && <div className="ff-help">{tags.join(', ')}</div>}
          <Explained id={`stock-facts-${id}`} help={texts.factsHelp}>
            <Facts facts={texts.facts(pairs, deltaE2000, heldOutDeltaE2000, date)} />
          </Explained>
          <Swatches colors={stock.swatches} />
        </div>
      </div>
      <div className="ff-button-wrap ff-stock-buttons">
        <ActionButton id={`use-${id}`} label={texts.use} onClick={() => void stocks.use(id)} />
        <ActionButton
          id={`more-${id}`}
          label={texts.more}
          quiet
          selected={open}
          onClick={() => stocks.open(open ? null : id)}
        />
      </div>
      {open && <StockDetails stock={stock} />}
    </div>
  );
}

function Facts({ facts }: { readonly facts: readonly string[] }) {
  return (
    <div className="ff-help ff-facts">
      {facts.map((fact) => (
        <div key={fact} className="ff-fact">
          {fact}
        </div>
      ))}
    </div>
  );
}

function Swatches({ colors }: { readonly colors: readonly string[] }) {
  return (
    <div className="ff-swatches">
      {colors.map((color, index) => (
        <div key={index} className="ff-swatch" style={{ backgroundColor: color }} />
      ))}
    </div>
  );
}
