/**
 * The whole library as one file, `.filmfit`, JSON:
 *
 *   { "format": "filmfit-library", "version": 1,
 *     "stocks": [ { "name": "Portra 400", "film": "Kodak Portra 400", "scanner": "Noritsu", "tags": ["portrait"],
 *                   "style": { "format": "filmfit-style", … } } ] }
 */
import { UserError } from '../../engine/userError';
import { withPlace } from '../../formats/style/issueDetail';
import { readJson } from '../../formats/style/readJson';
import type { JsonKey } from '../../formats/style/scanJson';
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

/** A thousand stocks with their tables and pictures. */
const LIMITS = { maxCharacters: 256 << 20, maxValues: 5_000_000 };

export function isLibrary(text: string): boolean {
  const read = readJson(text, LIMITS);
  return 'value' in read && asRecord(read.value)?.format === FORMAT;
}

/** A library or a single style. @throws UserError as `parseStyleText`, and `library-damaged` */
export function parseLibraryOrStyle(text: string, fileName: string): readonly ReadEntry[] {
  const read = readJson(text, LIMITS);
  if ('failure' in read) throw new UserError('style-not-json', { file: fileName, detail: read.failure });
  const file = asRecord(read.value);
  if (file?.format !== FORMAT) return [{ notes: {}, style: parseStyleText(text, fileName, 'stock') }];
  if (!Array.isArray(file.stocks)) throw damaged(text, fileName, ['stocks'], 'its list of stocks is missing');
  return file.stocks.map((entry: unknown, i) => {
    const stock = asRecord(entry);
    if (!stock) throw damaged(text, fileName, ['stocks', i], `stock ${i + 1} is none`);
    try {
      return readEntry(stock, fileName);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // Its places are those in the text of one style; here they are looked up in that of the library.
      const { field = '', what = 'this is no style that can be read' } = error.values;
      const keys = String(field).split('.').filter(Boolean);
      const inStyle = keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
      throw damaged(
        text,
        fileName,
        ['stocks', i, 'style', ...inStyle],
        [`stock ${i + 1}`, field, what].filter(Boolean).join(': '),
      );
    }
  });
}

function readEntry(
  { name, film, scanner, tags, style }: Readonly<Record<string, unknown>>,
  fileName: string,
): ReadEntry {
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

function damaged(text: string, file: string, place: readonly JsonKey[], detail: string): UserError {
  return new UserError('library-damaged', { file, detail: withPlace(detail, text, place) });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : null;
}
