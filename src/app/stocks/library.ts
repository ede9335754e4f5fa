/** The stocks in the store and in the data folder, always the same in both. */
import { UserError } from '../../engine/userError';
import type { SessionContext } from '../context';
import { formatCurrentStyle, parseStyleText, type StyleWithOptions } from '../styleText';
import { styleThumbnail } from '../styleThumbnail';
import { freeName, type Stock, type StockNotes } from './stock';
import { readStocks, readStockStyle, writeStocks, writeStockStyle } from './stockStore';
import { lookSwatches } from './swatches';

export interface Library {
  load(): Promise<void>;
  /** Adds a style under its own name, numbered when there is one of that name. */
  add(style: StyleWithOptions, notes?: Partial<StockNotes>): Promise<Stock>;
  /** @throws UserError when the entry's file is gone or damaged */
  styleOf(id: string): Promise<StyleWithOptions>;
  stock(id: string): Stock | undefined;
  edit(id: string, notes: Partial<StockNotes>): Promise<void>;
  /** Replaces what an entry holds, its name and notes stay. */
  replaceStyle(id: string, style: StyleWithOptions): Promise<void>;
  remove(id: string): Promise<void>;
  bringBack(): Promise<void>;
}

export function createLibrary(context: SessionContext): Library {
  const { host, store, today } = context;
  const stock = (id: string) => store.get().stocks.find((each) => each.id === id);

  async function replaceAll(stocks: readonly Stock[]): Promise<void> {
    store.set({ stocks });
    await writeStocks(host, stocks);
  }

  const change = (id: string, fields: Partial<Stock>) =>
    replaceAll(store.get().stocks.map((each) => (each.id === id ? { ...each, ...fields } : each)));

  const writeStyle = (id: string, style: StyleWithOptions, name: string) =>
    writeStockStyle(host, id, formatCurrentStyle(named(style, name), today()));

  return {
    stock,
    load: async () => store.set({ stocks: await readStocks(host) }),

    async add(style, notes = {}) {
      const { stocks, deletedStock } = store.get();
      const id = freeId(deletedStock ? [...stocks, deletedStock] : stocks);
      const name = freeName(notes.name ?? style.style.look.name, stocks);
      const { provenance } = style.style.look;
      const added: Stock = {
        id,
        date: today(),
        film: provenance.stock ?? '',
        scanner: provenance.scanner ?? '',
        tags: [],
        ...notes,
        name,
        ...measured(style),
      };
      await writeStyle(id, { thumbnail: await styleThumbnail(context, style.style.look), ...style }, name);
      await replaceAll([...store.get().stocks, added]);
      return added;
    },

    async styleOf(id) {
      const name = stock(id)?.name ?? '';
      const text = await readStockStyle(host, id);
      if (text === null) throw new UserError('stock-missing', { name });
      return named(parseStyleText(text, name, 'stock'), name);
    },

    async edit(id, notes) {
      const name = notes.name?.trim();
      await change(id, { ...notes, ...(name ? { name } : { name: stock(id)?.name ?? '' }) });
    },

    async replaceStyle(id, style) {
      const name = stock(id)?.name ?? style.style.look.name;
      await writeStyle(id, { ...style, thumbnail: await styleThumbnail(context, style.style.look) }, name);
      await change(id, { ...measured(style), date: today() });
      store.set(({ stockPictures }) => ({ stockPictures: withoutKey(stockPictures, id) }));
    },

    async remove(id) {
      store.set({ deletedStock: stock(id) ?? null });
      await replaceAll(store.get().stocks.filter((each) => each.id !== id));
    },

    async bringBack() {
      const { deletedStock, stocks } = store.get();
      if (deletedStock === null) return;
      store.set({ deletedStock: null });
      await replaceAll([...stocks, deletedStock]);
    },
  };
}

function named({ style, ...others }: StyleWithOptions, name: string): StyleWithOptions {
  const rename = (look: StyleWithOptions['style']['look']) => ({ ...look, name });
  return {
    ...others,
    style: {
      ...style,
      look: rename(style.look),
      fitted: rename(style.fitted),
      stack: { ...style.stack, name },
    },
  };
}

function measured({ style: { look, metrics, heldOutDeltaE2000 } }: StyleWithOptions) {
  return {
    pairs: look.provenance.pairs.length,
    deltaE2000: metrics?.stack.mean ?? null,
    heldOutDeltaE2000,
    swatches: lookSwatches(look),
  };
}

/** The next number that no entry has, not even the one that may be brought back. */
function freeId(stocks: readonly Stock[]): string {
  return `${Math.max(0, ...stocks.map(({ id }) => Number(id) || 0)) + 1}`;
}

function withoutKey(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
