/** Messages between the command and its worker threads. */
import type { Style } from '../../formats/style/style';
import type { Trouble } from '../failure';
import type { AppliedFile, ApplyFile } from './applyToFile';

/** What a thread is started with. */
export interface ApplyThreadData {
  readonly style: Style;
}

export type ApplyReply =
  | { readonly applied: AppliedFile }
  /** The same for every thread: errors do not survive the way as they are. */
  | { readonly failure: Trouble };

export type ApplyRequest = ApplyFile;
