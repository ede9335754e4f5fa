import { parseTags, type Stock } from '../../app/stocks/stock';
import { TEXTS } from '../../app/texts';
import { Field } from '../Field';
import { useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { TextField } from '../widgets/TextField';
import { AddPair } from './AddPair';
import { StockPairs } from './StockPairs';
import { StockTrial } from './StockTrial';

/** What can be written about a stock and done with it. */
export function StockDetails({ stock }: { readonly stock: Stock }) {
  const { stocks } = useSession();
  const { id, name, film, scanner, tags, pairs } = stock;
  const texts = TEXTS.stocks;
  return (
    <div className="ff-stock-details" id="stock-details">
      <StockTrial id={id} />
      {pairs > 0 && <StockPairs id={id} />}
      {pairs > 0 && <AddPair id={id} />}
      <Field label={texts.fields.name}>
        <TextField id="stock-name" value={name} onChange={(text) => void stocks.edit(id, { name: text })} />
      </Field>
      <Field label={texts.fields.film}>
        <TextField id="stock-film" value={film} onChange={(text) => void stocks.edit(id, { film: text })} />
      </Field>
      <Field label={texts.fields.scanner}>
        <TextField
          id="stock-scanner"
          value={scanner}
          onChange={(text) => void stocks.edit(id, { scanner: text })}
        />
      </Field>
      <Field label={texts.fields.tags}>
        <TextField
          id="stock-tags"
          value={tags.join(', ')}
          placeholder={texts.tagsHint}
          onChange={(text) => void stocks.edit(id, { tags: parseTags(text) })}
        />
      </Field>
      <div className="ff-button-wrap">
        <ActionButton
          id="duplicate-stock"
          label={texts.duplicate}
          onClick={() => void stocks.duplicate(id)}
        />
        <ActionButton id="export-stock" label={texts.export} onClick={() => void stocks.exportOne(id)} />
        <ActionButton id="delete-stock" label={texts.delete} onClick={() => void stocks.remove(id)} />
      </div>
    </div>
  );
}
