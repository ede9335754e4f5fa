import type { Dialect } from './dialect';
import type { FilePickers } from './uxp/filePickers';

export interface SimulatorOptions {
  /** What the host says about itself. Default '26.0.0'; from 27 on replies carry more fields. */
  readonly hostVersion?: string;
  /** Where the host renders otherwise than the engine's model; for tests of verification. */
  readonly dialect?: Dialect;
  /** Photoshop's preference; the pyramid has this many levels. Default 4. */
  readonly cacheLevels?: number;
  /** Added to both sides of a picture that was scaled down: nobody promises exact sizes. Default 0. */
  readonly targetSizeErrorPx?: number;
  /** A modal scope inside or beside another of the same plugin. Photoshop allows nesting; we refuse by default, to find scopes that overlap by accident. */
  readonly allowNestedModal?: boolean;
  /** Whether values inside `make` count; reports from Photoshop disagree, so by default they are ignored. */
  readonly makeTakesValues?: boolean;
  /** Dialogs for files: in a browser the page's own; by default those queued by the test. */
  readonly pickers?: FilePickers;
  /** The data folder at the start: texts by name. */
  readonly dataFolder?: Readonly<Record<string, string>>;
  readonly pluginVersion?: string;
  /** How the host shows a message of `core.showAlert`; by default nobody sees it. */
  readonly showAlert?: (message: string) => void | Promise<void>;
}
