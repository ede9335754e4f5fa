/** What the menu, and Actions that were recorded, ask for while the panel may be closed. */
import { UserError } from '../engine/userError';
import { applyStyle, recordApplying, RECORDED_STYLE } from './applyStyle';
import type { SessionContext } from './context';
import type { Stock } from './stocks/stock';
import { whatIsMissing } from './whatIsMissing';
import { parseStyleText, type StyleWithOptions } from './styleText';

export interface CommandActions {
  /** Film and digital among the open documents, matched; what came out stands in the panel. */
  matchOpenPair(): Promise<void>;
  /** The look that was used last, onto the active document. */
  applyLastStock(): Promise<void>;
  /** @param choose asks for one of the stocks; null when the user cancelled */
  applyStock(choose: (stocks: readonly Stock[]) => Promise<string | null>): Promise<void>;
  /** What a recorded step does. @param info as it was recorded */
  playRecorded(info: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface CommandHooks {
  readonly start: () => Promise<void>;
  readonly match: () => Promise<void>;
  readonly settle: () => Promise<void>;
  readonly styleOf: (id: string) => Promise<StyleWithOptions>;
}

/** Every command rejects with what went wrong, for whoever called it to tell. */
export function createCommandActions(context: SessionContext, hooks: CommandHooks): CommandActions {
  const { host, store } = context;

  /** Onto what is active now, as every command of Photoshop. */
  async function apply(style: StyleWithOptions): Promise<void> {
    const active = (await host.documents()).find((document) => document.active);
    if (!active) throw new UserError('no-target');
    if (active.unsupported !== null) throw new UserError(active.unsupported, { name: active.name });
    await applyStyle(context, style, { documentId: active.id, maskFromSelection: false });
  }

  return {
    async matchOpenPair() {
      await hooks.start();
      if (whatIsMissing(store.get()) !== null) throw new UserError('pair-missing');
      await hooks.match();
      const failure = store.get().notices.match;
      if (failure)
        throw new UserError('match-failed', { title: failure.title, remedy: failure.remedy ?? '' });
    },
    async applyLastStock() {
      await hooks.start();
      await hooks.settle();
      const { style, layerOptions } = store.get();
      if (style === null) throw new UserError('no-style');
      await apply({ style, layerOptions });
    },
    async applyStock(choose) {
      await hooks.start();
      const id = await choose(store.get().stocks);
      if (id === null) return;
      const style = await hooks.styleOf(id);
      await apply(style);
      await recordApplying(context, style);
    },
    async playRecorded(info) {
      await hooks.start();
      const text = info[RECORDED_STYLE];
      if (typeof text !== 'string') throw new UserError('recorded-step-damaged');
      await apply(parseStyleText(text, '', 'stock'));
    },
  };
}
