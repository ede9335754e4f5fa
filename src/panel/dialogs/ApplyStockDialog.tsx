import { useState } from 'react';
import { listStocks, type Stock } from '../../app/stocks/stock';
import { TEXTS } from '../../app/texts';
import { Button } from '../widgets/Button';
import { Dropdown } from '../widgets/Dropdown';

export interface ApplyStockDialogProps {
  readonly stocks: readonly Stock[];
  /** The chosen stock, or null for Cancel. */
  readonly onDone: (id: string | null) => void;
}

/** “Apply stock…”: which one? */
export function ApplyStockDialog({ stocks, onDone }: ApplyStockDialogProps) {
  const listed = listStocks(stocks, '', 'name');
  const [id, setId] = useState(listed[0]?.id ?? null);
  const texts = TEXTS.commands.applyStock;
  return (
    <div className="ff-dialog">
      <div className="ff-heading">{texts.title}</div>
      {listed.length === 0 ? (
        <div className="ff-help">{texts.empty}</div>
      ) : (
        <Dropdown
          id="dialog-stock"
          options={listed.map((stock) => ({ value: stock.id, label: stock.name }))}
          selected={id}
          onSelect={setId}
        />
      )}
      <div className="ff-buttons ff-dialog-buttons">
        <Button id="dialog-cancel" label={texts.cancel} onClick={() => onDone(null)} />
        <Button
          id="dialog-apply"
          label={texts.apply}
          variant="cta"
          disabled={id === null}
          onClick={() => onDone(id)}
        />
      </div>
    </div>
  );
}
