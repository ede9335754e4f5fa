import { attempt, createPicking, notify, type SessionContext } from './context';
import { readSettings, writeSettings, type Settings } from './settings';
import type { PhotoshopCheck } from './state';
import { TEXTS } from './texts';

export interface SettingsActions {
  load(): Promise<void>;
  change(change: Partial<Settings>): void;
  /** Tries out, on temporary documents, what Filmfit relies on; what was found stands in the store. */
  checkPhotoshop(): Promise<void>;
  saveCheck(): Promise<void>;
}

export interface SettingsOptions {
  /** Null where there is no Photoshop to check. */
  readonly checkPhotoshop: (() => Promise<PhotoshopCheck>) | null;
}

const REPORT_FILE = { extension: 'json', label: TEXTS.fileTypes.report };

export function createSettingsActions(
  context: SessionContext,
  { checkPhotoshop }: SettingsOptions,
): SettingsActions {
  const { host, store } = context;
  const pick = createPicking(context, 'settings');

  return {
    load: async () => store.set({ settings: await readSettings(host) }),
    change(change) {
      const settings = { ...store.get().settings, ...change };
      store.set({ settings });
      void attempt(context, 'settings', () => writeSettings(host, settings));
    },
    checkPhotoshop: () =>
      pick(async () => {
        if (checkPhotoshop === null) return;
        store.set({ check: 'running' });
        try {
          store.set({ check: await checkPhotoshop() });
        } finally {
          if (store.get().check === 'running') store.set({ check: null });
        }
      }),
    saveCheck: () =>
      pick(async () => {
        const { check } = store.get();
        if (check === null || check === 'running') return;
        const saved = await host.saveFile(check.fileName, REPORT_FILE, check.reportText);
        if (saved !== null) {
          notify(context, 'settings', { tone: 'positive', title: TEXTS.save.saved(saved) });
        }
      }),
  };
}
