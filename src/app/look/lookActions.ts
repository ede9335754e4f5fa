/** Changing the look by hand: a quick preview while something moves, layers and numbers when it rests. */
import { isAbortError } from '../../compute/abortError';
import { attempt, type SessionContext } from '../context';
import type { CurrentStyle } from '../currentStyle';
import { applyEdits } from './applyEdits';
import { redo, undo, withEdit, type EditHistory } from './editHistory';
import { layersInput } from './layerInput';
import { DEFAULT_LAYER_OPTIONS, makeSameLayers, type LayerOptions } from './layerOptions';
import { createLookPreviewer } from './lookPreview';
import { NO_EDITS, type LookEdits } from './lookEdits';

export interface LookActions {
  /**
   * @param change what the edits become of those there are
   * @param moving whether more of the same is to come: a slider or a point under the pointer
   */
  edit(change: (edits: LookEdits) => LookEdits, moving: boolean): void;
  undo(): void;
  redo(): void;
  resetAll(): void;
  changeLayers(change: Partial<LayerOptions>): void;
  /** Makes the layers anew when they are not of the kind that is asked for: a match gives Classic ones. */
  restackIfKindDiffers(): void;
  /** Draws the preview of the Look tab for what is in the store. */
  preview(): Promise<void>;
  /** Until the layers are those of the look as it is now. */
  settle(): Promise<void>;
}

/** After this long without a change the layers are made anew. */
const REST_MS = 350;

export function createLookActions(context: SessionContext, onStack: () => void): LookActions {
  const { compute, store } = context;
  const previewer = createLookPreviewer(context);
  let moving = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let restacking: Promise<void> = Promise.resolve();
  let controller: AbortController | null = null;

  function become(history: EditHistory): void {
    store.set(({ style }) => ({ editHistory: history, style: style && edited(style, history.present) }));
    void previewer.quick();
    restackSoon();
  }

  function restackSoon(): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(restackNow, REST_MS);
  }

  function restackNow(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    controller?.abort();
    controller = new AbortController();
    restacking = restack(controller.signal);
  }

  async function restack(signal: AbortSignal): Promise<void> {
    const { style, layerOptions } = store.get();
    if (style === null) return;
    store.set({ restacking: true });
    void previewer.full();
    try {
      const input = { ...layersInput(style, store.get()), kind: layerOptions.kind };
      const { output } = await compute.run('restack', input, { signal });
      store.set((state) => ({
        style: state.style && {
          ...state.style,
          stack: output.stack,
          projection: output.projection,
          metrics: output.differences ?? state.style.metrics,
        },
      }));
      onStack();
    } catch (error) {
      if (isAbortError(error)) return;
      await attempt(context, 'look', () => Promise.reject(error));
    }
    store.set({ restacking: false });
  }

  return {
    edit(change, nowMoving) {
      const { editHistory } = store.get();
      const continues = moving;
      moving = nowMoving;
      become(withEdit(editHistory, change(editHistory.present), continues));
    },
    undo: () => become(undo(store.get().editHistory)),
    redo: () => become(redo(store.get().editHistory)),
    resetAll: () => become(withEdit(store.get().editHistory, NO_EDITS, false)),
    changeLayers(change) {
      const old = store.get().layerOptions;
      const layerOptions = { ...old, ...change };
      store.set({ layerOptions });
      if (!makeSameLayers(old, layerOptions)) restackSoon();
    },
    restackIfKindDiffers() {
      if (!makeSameLayers(store.get().layerOptions, DEFAULT_LAYER_OPTIONS)) restackNow();
    },
    async preview() {
      await previewer.quick();
      await previewer.full();
    },
    async settle() {
      if (timer !== null) restackNow();
      await restacking;
    },
  };
}

function edited(style: CurrentStyle, edits: LookEdits): CurrentStyle {
  // What was held out says nothing of a look that was changed by hand.
  return { ...style, edits, look: applyEdits(style.fitted, edits), heldOutDeltaE2000: null };
}
