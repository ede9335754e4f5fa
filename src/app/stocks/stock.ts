/** An entry of the library: what the list shows. The style itself lies in a file of its own. */
export interface Stock {
  readonly id: string;
  readonly name: string;
  /** ISO date of the day it was kept. */
  readonly date: string;
  /** How many pairs it was learned from; 0 for a look that came from elsewhere. */
  readonly pairs: number;
  /** Mean ΔE2000 of its layers to the film of its own pairs; null when nobody measured it. */
  readonly deltaE2000: number | null;
  /** The same to a pair that it was not learned from; null with fewer than two pairs. */
  readonly heldOutDeltaE2000: number | null;
  /** What it makes of a few known colors, as `#rrggbb`. */
  readonly swatches: readonly string[];
  /** As the user wrote them; '' when unknown. */
  readonly film: string;
  readonly scanner: string;
  readonly tags: readonly string[];
}

/** What the user can write about a stock. */
export type StockNotes = Pick<Stock, 'name' | 'film' | 'scanner' | 'tags'>;

export const STOCK_ORDERS = ['date', 'name', 'deltaE2000'] as const;
export type StockOrder = (typeof STOCK_ORDERS)[number];

/** The entries that every word of `search` is found in, newest, alphabetical or nearest first. */
export function listStocks(stocks: readonly Stock[], search: string, order: StockOrder): readonly Stock[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = ({ name, film, scanner, tags }: Stock) =>
    [name, film, scanner, ...tags].join(' ').toLowerCase();
  const found = stocks.filter((stock) => words.every((word) => textOf(stock).includes(word)));
  return [...found].sort(COMPARE[order]);
}

/** “portrait, night ” → [“portrait”, “night”]; every tag once. */
export function parseTags(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter(Boolean))];
}

/** “Portra”, “Portra 2”, “Portra 3”: the first that no entry has. */
export function freeName(wanted: string, stocks: readonly Stock[]): string {
  const taken = new Set(stocks.map(({ name }) => name));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${n}`;
    if (!taken.has(name)) return name;
  }
}

const byName = (a: Stock, b: Stock) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
const distance = ({ heldOutDeltaE2000, deltaE2000 }: Stock) => heldOutDeltaE2000 ?? deltaE2000 ?? Infinity;

const COMPARE: Readonly<Record<StockOrder, (a: Stock, b: Stock) => number>> = {
  name: byName,
  date: (a, b) => (a.date === b.date ? byName(a, b) : a.date < b.date ? 1 : -1),
  deltaE2000: (a, b) => (distance(a) === distance(b) ? byName(a, b) : distance(a) - distance(b)),
};
