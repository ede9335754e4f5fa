/** The Stocks tab. */
import { formatNumber } from '../formatNumber';

export const STOCKS_TEXTS = {
  heading: 'Stocks',
  keep: 'Keep the current look',
  import: 'Import…',
  search: 'Search',
  orders: { date: 'Newest first', name: 'By name', deltaE2000: 'Nearest to the film first' },
  empty: {
    title: 'No stocks yet',
    remedy: 'Match two pictures and keep the look here. It is then one click away for every other picture.',
  },
  nothingFound: 'No stock has such a name.',
  use: 'Use',
  more: 'More',
  rename: 'Rename',
  duplicate: 'Duplicate',
  export: 'Export…',
  delete: 'Delete',
  deleted: (name: string) => `“${name}” was deleted.`,
  bringBack: 'Undo',
  kept: (name: string) => `“${name}” is among your stocks.`,
  inUse: (name: string) => `“${name}” is ready to be applied.`,
  imported: (names: readonly string[]) =>
    names.length === 0
      ? 'Nothing was imported.'
      : names.length === 1
        ? `“${names[0]}” is among your stocks.`
        : `${names.length} stocks were imported.`,
  savedTo: (count: number, folder: string) => `${count} styles were saved to “${folder}”.`,
  libraryName: 'My stocks',
  importFolder: 'Import folder…',
  exportAll: 'Export all…',
  exportFolder: 'Export to folder…',
  count: (shown: number, all: number) =>
    shown === all ? (all === 1 ? '1 stock' : `${all} stocks`) : `${shown} of ${all} stocks`,
  fields: { name: 'Name', film: 'Film stock', scanner: 'Scanner, lab, software', tags: 'Tags' },
  tagsHint: 'portrait, night',
  tryOn: 'Show on my picture',
  compareWith: 'Compare with',
  nothingToCompare: 'Original picture',
  untouched: 'Original',
  addPair: 'Add the chosen pair',
  addPairHelp: (film: string, digital: string) =>
    `Learns this stock anew from its own pictures, which must be open, and “${film}” with “${digital}”.`,
  addPairChoose: 'Choose another film picture and its photo on the Match tab to add them to this stock.',
  pairAdded: (name: string, pairs: number, better: boolean) =>
    better
      ? `“${name}” is better with ${pairs} pairs, and was updated.`
      : `“${name}” is not better with ${pairs} pairs, and stays as it was.`,
  notTaken: 'What was just learned is the current look: keep it if you like it more.',
  pairs: (heldOut: boolean) => (heldOut ? 'Pairs: ΔE (learned without it)' : 'Pairs: ΔE'),
  pairsHelp:
    'How far the look is from the film of each pair; in brackets how far it would be without having learned from that pair. A pair far above the others may be another film, another light or a poor alignment: leave it out to see.',
  pairDistance: (own: number | null, others: number | null) =>
    [own === null ? '' : formatNumber(own, 1), others === null ? '' : `(${formatNumber(others, 1)})`]
      .filter(Boolean)
      .join(' '),
  leaveOut: 'Leave out',
  leftOut: (name: string, film: string, better: boolean | null) =>
    better === null
      ? `“${name}” stays as it was: whether it is better without “${film}” cannot be told.`
      : better
        ? `“${name}” is better without “${film}”, and was updated.`
        : `“${name}” is not better without “${film}”, and stays as it was.`,
  onOtherPairs: (before: number, after: number) =>
    `On the other pairs, each without having learned from it: ΔE ${formatNumber(before, 1)} before, now ${formatNumber(after, 1)}.`,
  noOtherPairs: (left: number) =>
    left === 1
      ? 'With one pair left there is no other to test it on.'
      : 'This stock does not say how it does on each of its pairs; one that is learned from now on does.',
  onNewPair: (before: number, after: number) =>
    `On the new pair: ΔE ${formatNumber(before, 1)} without having learned from it, ${formatNumber(after, 1)} with it.`,
  onUnseen: (before: number | null, after: number) =>
    `On pairs that it was not learned from: ΔE ${before === null ? '' : `${formatNumber(before, 1)} before, now `}${formatNumber(after, 1)}.`,
  factsHelp:
    'Pairs: how many pictures it was learned from. Held-out ΔE: how far it is from pairs that it was not learned from, the honest number; with one pair only the distance to that pair is known.',
  /** Below a stock's name; a line breaks between them, never within one. */
  facts: (pairs: number, deltaE: number | null, heldOut: number | null, date: string): readonly string[] =>
    [
      pairs === 0 ? '' : pairs === 1 ? '1 pair' : `${pairs} pairs`,
      heldOut !== null
        ? `held-out ΔE ${formatNumber(heldOut, 1)}`
        : deltaE === null
          ? ''
          : `ΔE ${formatNumber(deltaE, 1)}`,
      date,
    ].filter(Boolean),
} as const;
