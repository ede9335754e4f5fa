/** Tells Photoshop what the plugin brings. To be called once, at once: later than about 20 ms after the start it may fail. */
import { entrypoints } from 'uxp';

/** What a recorded step was given when it was recorded. */
export type RecordedInfo = Readonly<Record<string, unknown>>;

export interface Entrypoints {
  /** Fills the panel; Photoshop waits at most 300 ms for it. Called once, the panel is kept while it is hidden. */
  readonly createPanel: (root: HTMLElement) => void;
  readonly commands: Readonly<Record<string, () => Promise<void>>>;
  /**
   * Played by Actions: Photoshop finds these by name among the globals, as only the name is recorded. What is thrown
   * stops the Action.
   */
  readonly recorded: Readonly<Record<string, (info: RecordedInfo) => Promise<void>>>;
}

/** The id in manifest.json. */
export const PANEL_ID = 'filmfitPanel';

export function registerEntrypoints({ createPanel, commands, recorded }: Entrypoints): void {
  const methods = Object.entries(recorded).map(([name, play]) => [
    name,
    (_context: unknown, info?: RecordedInfo) => play(info ?? {}),
  ]);
  Object.assign(globalThis, Object.fromEntries(methods));
  entrypoints.setup({
    panels: { [PANEL_ID]: { create: (root: unknown) => createPanel(root as HTMLElement) } },
    commands: Object.fromEntries(Object.entries(commands).map(([id, run]) => [id, { run }])),
  });
}
