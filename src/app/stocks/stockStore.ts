/** The library in the plugin's data folder: an index, and a style file for every entry. */
import type { PhotoshopHost } from '../../photoshop/photoshopHost';
import type { Stock } from './stock';

const INDEX = 'stocks.json';
const styleFile = (id: string) => `stock-${id}.json`;

/** What of the index can be read; an index that is damaged as a whole counts as empty. */
export async function readStocks(host: PhotoshopHost): Promise<readonly Stock[]> {
  const text = await host.readData(INDEX);
  const entries = text === null ? [] : parseArray(text);
  return entries.flatMap((entry) => asStock(entry) ?? []);
}

export function writeStocks(host: PhotoshopHost, stocks: readonly Stock[]): Promise<void> {
  return host.writeData(INDEX, JSON.stringify(stocks));
}

export function readStockStyle(host: PhotoshopHost, id: string): Promise<string | null> {
  return host.readData(styleFile(id));
}

export function writeStockStyle(host: PhotoshopHost, id: string, text: string): Promise<void> {
  return host.writeData(styleFile(id), text);
}

function parseArray(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function asStock(entry: unknown): Stock | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const fields = entry as Record<string, unknown>;
  const { id, name, pairs, swatches, tags } = fields;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const difference = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    id,
    name,
    date: text(fields.date),
    pairs: typeof pairs === 'number' ? pairs : 0,
    deltaE2000: difference(fields.deltaE2000),
    heldOutDeltaE2000: difference(fields.heldOutDeltaE2000),
    swatches: Array.isArray(swatches) ? swatches.filter((each) => /^#[0-9a-f]{6}$/.test(String(each))) : [],
    film: text(fields.film),
    scanner: text(fields.scanner),
    tags: Array.isArray(tags) ? tags.filter((each): each is string => typeof each === 'string') : [],
  };
}
