/** The use of the recipe: one store, and everything that a user can do. Knows neither React nor Photoshop's modules. */
import type { Compute } from '../compute/protocol';
import type { PhotoshopHost } from '../photoshop/photoshopHost';
import { createApplyActions, type ApplyActions } from './applyActions';
import { createComparisonActions, type ComparisonActions } from './comparisonActions';
import { attempt, notify, type SessionContext } from './context';
import { createDocumentActions, type DocumentActions } from './documents';
import { createFileActions, type FileActions } from './fileActions';
import { INITIAL_STATE } from './initialState';
import { createMatchActions, type MatchActions } from './matchPictures';
import { createSerialHost } from './serialHost';
import { readSettings, writeSettings, type Settings } from './settings';
import type { Place, SessionState, Tab } from './state';
import { createStore, type Store } from './store';

export interface Session {
  readonly store: Store<SessionState>;
  readonly documents: DocumentActions;
  readonly matching: MatchActions;
  readonly comparison: ComparisonActions;
  readonly applying: ApplyActions;
  readonly files: FileActions;
  showTab(tab: Tab): void;
  choosePictures(): void;
  dismiss(place: Place): void;
  changeSettings(change: Partial<Settings>): void;
  /** Reads what was saved and what is open, and watches Photoshop from then on. Resolves when the panel can be used. */
  start(): Promise<void>;
  dispose(): void;
}

export interface SessionOptions {
  readonly host: PhotoshopHost;
  readonly compute: Compute;
  readonly nowMs?: () => number;
  readonly today?: () => string;
}

export function createSession(options: SessionOptions): Session {
  const store = createStore<SessionState>(INITIAL_STATE);
  const context: SessionContext = {
    host: createSerialHost(options.host),
    compute: options.compute,
    store,
    nowMs: options.nowMs ?? (() => Date.now()),
    today: options.today ?? (() => new Date().toISOString().slice(0, 10)),
  };
  const documents = createDocumentActions(context);
  const comparison = createComparisonActions(context);
  const redraw = () => void comparison.update();
  let stopWatching = () => {};

  return {
    store,
    documents,
    comparison,
    matching: createMatchActions(context, redraw),
    applying: createApplyActions(context),
    files: createFileActions(context, redraw),
    showTab: (tab) => store.set({ tab }),
    choosePictures: () => store.set({ choosing: true }),
    dismiss: (place) => notify(context, place, null),
    changeSettings(change) {
      const settings = { ...store.get().settings, ...change };
      store.set({ settings });
      void attempt(context, 'settings', () => writeSettings(context.host, settings));
    },
    async start() {
      stopWatching = context.host.watchDocuments(() => void attempt(context, 'match', documents.refresh));
      await attempt(context, 'match', async () => {
        store.set({ settings: await readSettings(context.host) });
        await documents.refresh();
      });
    },
    dispose() {
      stopWatching();
      context.compute.dispose();
    },
  };
}
