/** A stock without one of its pairs: the others are matched together, and the stock takes the look if it is better on them. */
import { notify, type SessionContext } from '../context';
import type { DocumentActions } from '../documents';
import type { MatchTogether } from '../matchPictures';
import { TEXTS } from '../texts';
import type { Library } from './library';
import { openPairs } from './pairsOfStock';
import { withFacts } from './withFacts';

export interface LeaveOutServices {
  readonly library: Library;
  readonly matchTogether: MatchTogether;
  readonly choose: DocumentActions['choose'];
  /** Until the layers are of the kind that is asked for. */
  readonly settle: () => Promise<void>;
}

/**
 * @param index of the pair that is left out; it need not be open
 * @throws UserError as `openPairs` does
 */
export async function leaveOut(
  context: SessionContext,
  { library, matchTogether, choose, settle }: LeaveOutServices,
  id: string,
  index: number,
): Promise<void> {
  const { store } = context;
  const earlier = (await library.styleOf(id)).style.look;
  const { pairs } = earlier.provenance;
  const others = pairs.filter((_, i) => i !== index);
  if (index >= pairs.length || others.length === 0) return;
  const found = await openPairs(
    context.host,
    { ...earlier, provenance: { ...earlier.provenance, pairs: others } },
    store.get().documents,
  );
  const shown = found[found.length - 1];
  for (const role of ['film', 'digital'] as const) {
    const source = shown[role];
    if (source !== null) choose(role, source);
  }
  store.set({ selectionOnly: { film: false, digital: false } });
  const name = library.stock(id)?.name ?? '';
  const result = await matchTogether(found.slice(0, -1), name);
  await settle();
  const { style, layerOptions } = store.get();
  if (result === null || style === null) return;
  const [before, after] = [meanOf(others.map((pair) => pair.heldOutDeltaE2000)), result.heldOut];
  const isBetter = before !== null && after !== null ? after < before : null;
  if (isBetter) {
    await library.replaceStyle(id, { style: withFacts(style, earlier.provenance), layerOptions });
  }
  store.set({ tab: 'stocks' });
  notify(context, 'stocks', {
    tone: isBetter ? 'positive' : 'notice',
    title: TEXTS.stocks.leftOut(name, pairs[index].film, isBetter),
    remedy: isBetter ? '' : TEXTS.stocks.notTaken,
    details: [
      before !== null && after !== null
        ? TEXTS.stocks.onOtherPairs(before, after)
        : TEXTS.stocks.noOtherPairs(others.length),
    ],
  });
}

/** Null when one of them is not known. */
function meanOf(values: readonly (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
