/** `entrypoints` of the module `uxp`: what the plugin registers, for the page or the test to call. */
export interface PanelEntry {
  create?(rootNode: unknown): void | Promise<void>;
  show?(rootNode: unknown, data?: unknown): void | Promise<void>;
  hide?(rootNode: unknown): void;
  destroy?(rootNode: unknown): void;
  invokeMenu?(id: string): void;
  menuItems?: readonly unknown[];
}

export type CommandEntry = (() => unknown) | { run(): unknown };

export interface Entrypoints {
  plugin?: { create?(): void; destroy?(): void } | (() => void);
  panels?: Readonly<Record<string, PanelEntry>>;
  commands?: Readonly<Record<string, CommandEntry>>;
}

export class EntrypointsModule {
  registered: Entrypoints | null = null;

  /** @throws Error at the second call: Photoshop takes the entry points once. */
  setup = (entrypoints: Entrypoints): void => {
    if (this.registered) throw new Error('entrypoints.setup was called already.');
    this.registered = entrypoints;
  };
}
