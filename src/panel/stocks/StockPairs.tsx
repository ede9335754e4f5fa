import { TEXTS } from '../../app/texts';
import { Explained } from '../Explained';
import { useSelect, useSession } from '../sessionContext';
import { ActionButton } from '../widgets/ActionButton';
import { FileName } from './FileName';

/** The pairs that a stock was learned from, each with its distance from the look that they share, and the way to leave one out. */
export function StockPairs({ id }: { readonly id: string }) {
  const { stocks } = useSession();
  const pairs = useSelect((state) => state.openPairs);
  const busy = useSelect((state) => state.progress !== null);
  const texts = TEXTS.stocks;
  if (pairs.length === 0) return null;
  const most = Math.max(1, ...pairs.map(({ deltaE2000 = 0 }) => deltaE2000));
  const hasHeldOut = pairs.some(({ heldOutDeltaE2000 }) => heldOutDeltaE2000 !== undefined);
  return (
    <div className="ff-field" id="stock-pairs">
      <Explained id="stock-pairs" help={texts.pairsHelp}>
        <div className="ff-label">{texts.pairs(hasHeldOut)}</div>
      </Explained>
      {pairs.map(({ film, digital, deltaE2000, heldOutDeltaE2000 }, index) => (
        <div key={index} id={`stock-pair-${index}`} className="ff-stock-pair">
          <div className="ff-stock-pair-row">
            <FileName name={film} />
            <div className="ff-bar-value">
              {texts.pairDistance(deltaE2000 ?? null, heldOutDeltaE2000 ?? null)}
            </div>
          </div>
          {pairs.length > 1 && (
            <div className="ff-bar-track ff-stock-pair-bar">
              <div
                className="ff-bar ff-bar-before"
                style={{ width: `${(100 * (deltaE2000 ?? 0)) / most}%` }}
              />
            </div>
          )}
          <div className="ff-stock-pair-row">
            <FileName name={digital} className="ff-help" />
            {pairs.length > 1 && (
              <ActionButton
                id={`leave-out-${index}`}
                label={texts.leaveOut}
                quiet
                disabled={busy}
                onClick={() => void stocks.leaveOut(id, index)}
              />
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
