/** The session: one store, and the actions that change it. The panel and the commands know nothing else. */
import type { Compute } from '../compute/protocol';
import type { PhotoshopHost } from '../photoshop/photoshopHost';
import { createApplyActions, type ApplyActions } from './applyActions';
import { createApplyPreviewer } from './applyPreview';
import { createCommandActions, type CommandActions } from './commandActions';
import { createComparisonActions, type ComparisonActions } from './comparisonActions';
import { attempt, notify, type SessionContext } from './context';
import { createDocumentActions, type DocumentActions } from './documents';
import { createEarlierMatch, type EarlierMatch } from './earlierMatch/earlierMatch';
import { createExportActions, type ExportActions } from './exportActions';
import { createFileActions, type FileActions } from './fileActions';
import { createHintActions, type HintActions } from './hints/hintActions';
import { INITIAL_STATE } from './initialState';
import { createLayerDistances } from './look/layerDistances';
import { createLongWork } from './longWork';
import { createLookActions, type LookActions } from './look/lookActions';
import { createMatchActions, type MatchActions } from './matchPictures';
import { createModelActions, type ModelActions } from './modelActions';
import { createKeeper, restoreStyle } from './restore';
import { createNegativeActions, type NegativeActions } from './negative/negativeActions';
import { createSerialHost } from './serialHost';
import { createSettingsActions, type SettingsActions } from './settingsActions';
import type { Place } from './notice';
import type { SessionState, Tab } from './state';
import { createStockActions, type StockActions } from './stocks/stockActions';
import { createStore, type Store } from './store';

export interface Session {
  readonly store: Store<SessionState>;
  readonly documents: DocumentActions;
  readonly matching: MatchActions;
  readonly earlierMatch: Pick<EarlierMatch, 'cancel'>;
  readonly models: ModelActions;
  readonly comparison: ComparisonActions;
  readonly look: LookActions;
  readonly hints: HintActions;
  readonly applying: ApplyActions;
  readonly negatives: NegativeActions;
  readonly files: FileActions;
  readonly exporting: ExportActions;
  readonly stocks: StockActions;
  readonly settings: SettingsActions;
  readonly commands: CommandActions;
  showTab(tab: Tab): void;
  choosePictures(): void;
  dismiss(place: Place): void;
  /** Reads what was saved and what is open, and watches Photoshop from then on. Resolves when the panel can be used. */
  start(): Promise<void>;
  dispose(): void;
}

export interface SessionOptions {
  readonly host: PhotoshopHost;
  readonly compute: Compute;
  /** “Check this Photoshop”: resolves to what was found out. */
  readonly checkPhotoshop?: SettingsOptions['checkPhotoshop'];
  readonly nowMs?: () => number;
  readonly today?: () => string;
}

type SettingsOptions = Parameters<typeof createSettingsActions>[1];

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
  const applyPreviewer = createApplyPreviewer(context);
  const distances = createLayerDistances(context);
  const keepForLater = createKeeper(context);
  const work = createLongWork(context, () => earlierMatch.cancel());

  /** What a tab shows is drawn when it is opened, and anew when what it shows has changed. */
  function drawTab(): void {
    const { tab } = store.get();
    if (tab === 'apply') drawApply();
    if (tab === 'stocks') void stocks.drawPictures();
    if (tab === 'match') void comparison.update();
    if (tab !== 'look') return;
    void look.preview();
    void comparison.measureResiduals();
  }
  function onStack(): void {
    void keepForLater();
    const { tab } = store.get();
    if (tab === 'match') void comparison.update();
    if (tab === 'look') void comparison.measureResiduals();
    if (tab === 'apply') drawApply();
  }
  function drawApply(): void {
    void applyPreviewer.draw();
    void distances.measure();
  }
  function onStyle(): void {
    void keepForLater();
    drawTab();
  }
  function onTarget(): void {
    applyPreviewer.forget();
    drawTab();
  }

  const look = createLookActions(context, onStack);
  const settle = () => look.settle();
  const applying = createApplyActions(context, { settle, onStyle, onTarget });
  const negatives = createNegativeActions(context, () => {
    onTarget();
    void applying.findGroups();
  });
  const matching = createMatchActions(context, work, () => {
    look.restackIfKindDiffers();
    onStyle();
  });
  const earlierMatch = createEarlierMatch(context, { choose: documents.choose, onStyle });
  const { matchTogether } = matching;
  const stocks = createStockActions(context, {
    settle,
    onStyle,
    matchTogether,
    choose: documents.choose,
  });
  let stopWatching = () => {};
  let starting: Promise<void> | null = null;

  async function refresh(): Promise<void> {
    const before = store.get().targetDocumentId;
    await documents.refresh();
    await applying.findGroups();
    if (store.get().targetDocumentId !== before) onTarget();
    void earlierMatch.show();
  }

  async function startOnce(): Promise<void> {
    stopWatching = context.host.watchDocuments(() => void attempt(context, 'match', refresh));
    await attempt(context, 'match', async () => {
      await settings.load();
      await stocks.load();
      const earlier = await restoreStyle(context);
      if (earlier) await earlierMatch.load(earlier);
      await refresh();
    });
  }

  const settings = createSettingsActions(context, { checkPhotoshop: options.checkPhotoshop ?? null });

  const models = createModelActions(context, {
    work,
    setModel: (fitModel) => settings.change({ fitModel }),
    matchAgain: () => void matching.match(),
  });

  const start = () => (starting ??= startOnce());

  return {
    store,
    documents,
    models,
    comparison,
    look,
    hints: createHintActions(context),
    applying,
    negatives,
    stocks,
    settings,
    matching,
    earlierMatch,
    commands: createCommandActions(context, {
      start,
      settle,
      match: matching.match,
      styleOf: stocks.styleOf,
    }),
    files: createFileActions(context, settle, onStyle),
    exporting: createExportActions(context, settle),
    showTab(tab) {
      store.set({ tab });
      // What went well has been read by then; what did not stays until it is closed.
      if (store.get().notices.apply?.tone === 'positive') notify(context, 'apply', null);
      drawTab();
    },
    choosePictures: () => store.set({ choosing: true }),
    dismiss: (place) => notify(context, place, null),
    start,
    dispose() {
      stopWatching();
      context.compute.dispose();
    },
  };
}
