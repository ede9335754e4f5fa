/** One more pair for a stock: all of its pairs are matched together, and the stock takes the look if it is better. */
import { notify, type SessionContext } from '../context';
import type { MatchTogether } from '../matchPictures';
import { TEXTS } from '../texts';
import type { Library } from './library';
import { pairsOfStock } from './pairsOfStock';
import { withFacts } from './withFacts';

export interface AddPairServices {
  readonly library: Library;
  readonly matchTogether: MatchTogether;
  /** Until the layers are of the kind that is asked for. */
  readonly settle: () => Promise<void>;
}

/** @throws UserError as `pairsOfStock` does */
export async function addPair(
  context: SessionContext,
  { library, matchTogether, settle }: AddPairServices,
  id: string,
): Promise<void> {
  const { store } = context;
  const { film, digital, documents } = store.get();
  const earlier = await library.styleOf(id);
  const pairs = await pairsOfStock(context.host, earlier.style.look, documents, { film, digital });
  const name = library.stock(id)?.name ?? '';
  const heldOutBefore = library.stock(id)?.heldOutDeltaE2000 ?? null;
  const found = await matchTogether(pairs, name);
  await settle();
  const { style, layerOptions } = store.get();
  if (found === null || style === null) return;
  const { newPair, heldOut } = found;
  // Before its second pair nobody knows how a stock does on other scenes: the new pair tells.
  const [before, after] =
    heldOutBefore !== null && heldOut !== null ? [heldOutBefore, heldOut] : [newPair.before, newPair.after];
  const isBetter = after < before;
  if (isBetter) {
    const { provenance } = earlier.style.look;
    await library.replaceStyle(id, { style: withFacts(style, provenance), layerOptions });
  }
  store.set({ tab: 'stocks' });
  notify(context, 'stocks', {
    tone: isBetter ? 'positive' : 'notice',
    title: TEXTS.stocks.pairAdded(name, pairs.length + 1, isBetter),
    remedy: isBetter ? '' : TEXTS.stocks.notTaken,
    details: [
      TEXTS.stocks.onNewPair(newPair.before, newPair.after),
      ...(heldOut === null ? [] : [TEXTS.stocks.onUnseen(heldOutBefore, heldOut)]),
    ],
  });
}
