/** The library: keep the current look, use one again, describe, duplicate, delete with undo, bring in and give out. */
import { UserError } from '../../engine/userError';
import type { OpenedFile } from '../../photoshop/photoshopHost';
import { attempt, createPicking, notify, type SessionContext } from '../context';
import { errorNotice } from '../errorNotice';
import { fileName } from '../fileName';
import { freshStyle } from '../freshStyle';
import { STYLE_FILE } from '../styleFileTypes';
import { formatCurrentStyle, type StyleWithOptions } from '../styleText';
import { TEXTS } from '../texts';
import type { DocumentActions } from '../documents';
import type { MatchTogether } from '../matchPictures';
import { addPair } from './addPair';
import { IMPORTED_TYPES, readStockFile } from './importStocks';
import { createLibrary } from './library';
import { leaveOut } from './leaveOut';
import { formatLibrary, type LibraryEntry } from './libraryFile';
import type { StockNotes, StockOrder } from './stock';
import { createStockPictures } from './stockPictures';

export interface StockActions {
  load(): Promise<void>;
  keep(): Promise<void>;
  use(id: string): Promise<void>;
  /** Learns the stock anew from its own pairs, which must be open, and the chosen one. */
  addPair(id: string): Promise<void>;
  /** Learns the stock anew from its pairs, which must be open, but the one with this index. */
  leaveOut(id: string, index: number): Promise<void>;
  edit(id: string, notes: Partial<StockNotes>): Promise<void>;
  duplicate(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  bringBack(): Promise<void>;
  importFiles(): Promise<void>;
  importFolder(): Promise<void>;
  exportOne(id: string): Promise<void>;
  exportAll(): Promise<void>;
  exportFolder(): Promise<void>;
  search(text: string): void;
  order(order: StockOrder): void;
  /** Opens an entry's details, or closes them. */
  open(id: string | null): void;
  /** The stock on the user's picture, beside the untouched one or beside another stock. */
  tryOn(id: string, otherId: string | null): Promise<void>;
  drawPictures(): Promise<void>;
  /** @throws UserError when the entry's file is gone or damaged */
  styleOf(id: string): Promise<StyleWithOptions>;
}

const LIBRARY_FILE = { extension: 'filmfit', label: TEXTS.fileTypes.library };

export interface StockServices {
  /** Until the layers are those of the look as it is now. */
  readonly settle: () => Promise<void>;
  readonly onStyle: () => void;
  readonly matchTogether: MatchTogether;
  readonly choose: DocumentActions['choose'];
}

export function createStockActions(
  context: SessionContext,
  { settle, onStyle, matchTogether, choose }: StockServices,
): StockActions {
  const { host, compute, store } = context;
  const library = createLibrary(context);
  const pictures = createStockPictures(context, library);
  const pick = createPicking(context, 'stocks');
  const run = (action: () => Promise<void>) => attempt(context, 'stocks', action);
  const tell = (title: string) => notify(context, 'stocks', { tone: 'positive', title });

  async function bringIn(files: readonly OpenedFile[]): Promise<void> {
    const names: string[] = [];
    const failures: string[] = [];
    for (const file of files) {
      try {
        for (const { style, notes } of await readStockFile(file, compute)) {
          names.push((await library.add(style, notes)).name);
        }
      } catch (error) {
        failures.push(errorNotice(error).title);
      }
    }
    if (names.length + failures.length === 0) return;
    const title = TEXTS.stocks.imported(names);
    const tone = failures.length > 0 ? 'notice' : 'positive';
    notify(context, 'stocks', { tone, title, details: failures });
    void pictures.drawAll();
  }

  /** A damaged stock shows none; using it says why. */
  async function readOpenPairs(): Promise<void> {
    const { openStock } = store.get();
    if (openStock === null) return;
    try {
      const { pairs } = (await library.styleOf(openStock)).style.look.provenance;
      if (store.get().openStock === openStock) store.set({ openPairs: pairs });
    } catch {
      return;
    }
  }

  async function entries(): Promise<readonly LibraryEntry[]> {
    const all: LibraryEntry[] = [];
    for (const { id, name, film, scanner, tags } of store.get().stocks) {
      const styleText = formatCurrentStyle(await library.styleOf(id), context.today());
      all.push({ notes: { name, film, scanner, tags }, styleText });
    }
    return all;
  }

  return {
    load: () => run(library.load),

    keep: () =>
      run(async () => {
        await settle();
        const { style, layerOptions } = store.get();
        if (style === null) throw new UserError('no-style');
        tell(TEXTS.stocks.kept((await library.add({ style, layerOptions })).name));
        void pictures.drawAll();
      }),

    use: (id) =>
      run(async () => {
        store.set(freshStyle(await library.styleOf(id)));
        onStyle();
        tell(TEXTS.stocks.inUse(library.stock(id)?.name ?? ''));
      }),

    addPair: (id) =>
      run(async () => {
        await addPair(context, { library, matchTogether, settle }, id);
        await readOpenPairs();
        void pictures.drawAll();
      }),

    leaveOut: (id, index) =>
      run(async () => {
        await leaveOut(context, { library, matchTogether, choose, settle }, id, index);
        await readOpenPairs();
        void pictures.drawAll();
      }),

    edit: (id, notes) => run(() => library.edit(id, notes)),

    duplicate: (id) =>
      run(async () => {
        const { name, film = '', scanner = '', tags = [] } = library.stock(id) ?? {};
        await library.add(await library.styleOf(id), { ...(name ? { name } : {}), film, scanner, tags });
        void pictures.drawAll();
      }),

    remove: (id) => run(() => library.remove(id)),
    bringBack: () => run(library.bringBack),

    importFiles: () => pick(async () => bringIn(await host.openFiles(IMPORTED_TYPES))),
    importFolder: () => pick(async () => bringIn((await host.openFolder(IMPORTED_TYPES)) ?? [])),

    exportOne: (id) =>
      pick(async () => {
        const style = await library.styleOf(id);
        const text = formatCurrentStyle(style, context.today());
        const saved = await host.saveFile(
          fileName(style.style.look.name, STYLE_FILE.extension),
          STYLE_FILE,
          text,
        );
        if (saved !== null) tell(TEXTS.save.saved(saved));
      }),

    exportAll: () =>
      pick(async () => {
        const text = formatLibrary(await entries());
        const saved = await host.saveFile(fileName(TEXTS.stocks.libraryName, 'filmfit'), LIBRARY_FILE, text);
        if (saved !== null) tell(TEXTS.save.saved(saved));
      }),

    exportFolder: () =>
      pick(async () => {
        const files = (await entries()).map(({ notes, styleText }) => ({
          name: fileName(notes.name, STYLE_FILE.extension),
          content: styleText,
        }));
        const folder = await host.saveToFolder(files);
        if (folder !== null) tell(TEXTS.stocks.savedTo(files.length, folder));
      }),

    search: (stockSearch) => store.set({ stockSearch }),
    order: (stockOrder) => store.set({ stockOrder }),
    open(openStock) {
      store.set({ openStock, openPairs: [], trial: null });
      void readOpenPairs();
    },
    tryOn: pictures.tryOn,
    drawPictures: pictures.drawAll,
    styleOf: library.styleOf,
  };
}
