/** How near each kind of layers comes to the look, measured when someone is about to choose one. */
import { isAbortError } from '../../compute/abortError';
import type { SessionContext } from '../context';
import type { CurrentStyle } from '../currentStyle';
import type { StackDistances } from '../state';
import { layersInput } from './layerInput';
import type { LayerOptions } from './layerOptions';

export interface LayerDistances {
  /** Measures what is in the store, unless that is known; a newer call ends an older one. */
  measure(): Promise<void>;
}

export function createLayerDistances({ compute, store }: SessionContext): LayerDistances {
  let known: { look: CurrentStyle['look']; options: string } | null = null;
  let running: AbortController | null = null;

  return {
    async measure() {
      const { style, layerOptions, stackDistances } = store.get();
      if (style === null) return;
      const wanted = { look: style.look, options: withoutKind(layerOptions) };
      if (stackDistances && known?.look === wanted.look && known.options === wanted.options) return;
      running?.abort();
      const { signal } = (running = new AbortController());
      store.set({ stackDistances: null });
      try {
        const { output } = await compute.run('compareLayers', layersInput(style, store.get()), { signal });
        const entries = output.map(({ kind, pairs, palette }) => [kind, (pairs ?? palette).mean]);
        known = wanted;
        store.set({ stackDistances: Object.fromEntries(entries) as StackDistances });
      } catch (error) {
        // Without these numbers everything still works; what is wrong with the layers, making them tells.
        if (!isAbortError(error)) store.set({ stackDistances: null });
      }
    },
  };
}

/** The look that the layers are made from does not depend on their kind. */
function withoutKind({ withLight, matchFrame, strength, strengthWay }: LayerOptions): string {
  return JSON.stringify([withLight, matchFrame, strengthWay === 'baked' ? strength : 100]);
}
