/** Tells Photoshop what the plugin brings. To be called once, at once: later than about 20 ms after the start it may fail. */
import { entrypoints } from 'uxp';

export interface Entrypoints {
  /** Fills the panel; Photoshop waits at most 300 ms for it. Called once, the panel is kept while it is hidden. */
  readonly createPanel: (root: HTMLElement) => void;
  readonly commands: Readonly<Record<string, () => Promise<void>>>;
}

/** The id in manifest.json. */
export const PANEL_ID = 'filmfitPanel';

export function registerEntrypoints({ createPanel, commands }: Entrypoints): void {
  entrypoints.setup({
    panels: { [PANEL_ID]: { create: (root: unknown) => createPanel(root as HTMLElement) } },
    commands: Object.fromEntries(Object.entries(commands).map(([id, run]) => [id, { run }])),
  });
}
