/**
 * The whole library as one file, `.filmfit`, JSON:
 *
 *   { "format": "filmfit-library", "version": 1,
 *     "stocks": [ { "name": "Portra 400", "film": "Kodak Portra 400", "scanner": "Noritsu", "tags": ["portrait"],
 *                   "style": { "format": "filmfit-style", … } } ] }
 */
import { UserError } from '../../engine/userError';
import { parseStyleText, type StyleWithOptions } from '../styleText';
import type { StockNotes } from './stock';

const FORMAT = 'filmfit-library';
const VERSION = 1;

export interface LibraryEntry {
  readonly notes: StockNotes;
  /** The text of a style file. */
  readonly styleText: string;
}

export interface ReadEntry {
  readonly notes: Partial<StockNotes>;
  readonly style: StyleWithOptions;
}

export function formatLibrary(entries: readonly LibraryEntry[]): string {
  const stocks = entries.map(({ notes, styleText }) => ({
    ...notes,
    style: JSON.parse(styleText) as unknown,
  }));
  return JSON.stringify({ format: FORMAT, version: VERSION, stocks });
}

/** A library or a single style. @throws UserError as `parseStyleText`, and `library-damaged` */
export function parseLibraryOrStyle(text: string, fileName: string): readonly ReadEntry[] {
  const file = parse(text);
  if (file?.format !== FORMAT) return [{ notes: {}, style: parseStyleText(text, fileName, 'stock') }];
  if (!Array.isArray(file.stocks)) throw new UserError('library-damaged', { file: fileName });
  return file.stocks.map((entry: unknown) => readEntry(entry, fileName));
}

function readEntry(entry: unknown, fileName: string): ReadEntry {
  if (typeof entry !== 'object' || entry === null) throw new UserError('library-damaged', { file: fileName });
  const { name, film, scanner, tags, style } = entry as Record<string, unknown>;
  return {
    notes: {
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
      film: typeof film === 'string' ? film : '',
      scanner: typeof scanner === 'string' ? scanner : '',
      tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [],
    },
    style: parseStyleText(JSON.stringify(style ?? null), fileName, 'stock'),
  };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
