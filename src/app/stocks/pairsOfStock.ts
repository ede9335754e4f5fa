/** The pictures that a stock was learned from, among those that are open. A stock remembers their names alone. */
import type { Look } from '../../engine/look';
import { UserError } from '../../engine/userError';
import type { DocumentSummary } from '../../photoshop/photoshopHost';
import { isSameSource, listSources } from '../pictureSources';
import type { PairSources } from '../readPair';

/** @throws UserError when the stock has no pairs, one of its pictures is not open, or `added` is one of its pairs */
export function pairsOfStock(
  look: Look,
  documents: readonly DocumentSummary[],
  added: PairSources,
): readonly PairSources[] {
  const { name, provenance } = look;
  if (provenance.pairs.length === 0) throw new UserError('stock-without-pairs', { name });
  const open = listSources(documents);
  const missing: string[] = [];
  const find = (wanted: string) => {
    const found = open.find((choice) => choice.name === wanted);
    if (!found) missing.push(wanted);
    return found?.source ?? null;
  };
  const pairs = provenance.pairs.map(({ film, digital }) => ({ film: find(film), digital: find(digital) }));
  if (missing.length > 0) {
    throw new UserError('stock-pairs-closed', { name, pictures: [...new Set(missing)].join(', ') });
  }
  if (
    pairs.some(({ film, digital }) => isSameSource(film, added.film) && isSameSource(digital, added.digital))
  ) {
    throw new UserError('stock-pair-known', { name });
  }
  return pairs;
}
