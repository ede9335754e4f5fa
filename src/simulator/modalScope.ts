/**
 * executeAsModal. A target that returns commits history that is still suspended, one that throws rolls it back; after
 * Cancel every call of the host throws until the target has ended.
 */
import { modalBusy, userCancelled } from './hostError';

export interface ModalOptions {
  readonly commandName: string;
  readonly interactive?: boolean;
  /** Seconds to wait for another modal scope to end. */
  readonly timeOut?: number;
}

export interface Progress {
  readonly value?: number;
  readonly commandName?: string;
}

export interface ModalRecord {
  readonly commandName: string;
  readonly progress: readonly Progress[];
}

export class ModalScope {
  cancelled = false;
  /** True while another plugin or a dialog of Photoshop is modal. */
  busyElsewhere = false;
  readonly finished: ModalRecord[] = [];
  onCancel: (() => void) | undefined;
  private depth = 0;
  private calls = 0;
  private cancelAt = Infinity;
  private progress: Progress[] = [];

  constructor(
    public allowNested: boolean,
    private readonly endSuspensions: (commit: boolean) => void,
  ) {}

  get isActive(): boolean {
    return this.depth > 0;
  }

  /** Calls of the host since the outermost scope began. */
  get callCount(): number {
    return this.calls;
  }

  /** The user presses Cancel. */
  cancel(): void {
    if (!this.isActive || this.cancelled) return;
    this.cancelled = true;
    this.onCancel?.();
  }

  /** The user presses Cancel at the n-th call (from 1) of the next modal scope. */
  cancelAtCall(n: number): void {
    this.cancelAt = n;
  }

  countCall(): void {
    this.calls++;
    if (this.calls === this.cancelAt) {
      this.cancelAt = Infinity;
      this.cancel();
      this.throwIfCancelled();
    }
  }

  throwIfCancelled(): void {
    if (this.cancelled) throw userCancelled();
  }

  report(progress: Progress): void {
    this.throwIfCancelled();
    this.progress.push(progress);
  }

  async run<T>(options: ModalOptions, target: () => Promise<T>): Promise<T> {
    if (typeof options?.commandName !== 'string' || options.commandName === '') {
      throw new TypeError('executeAsModal needs a commandName.');
    }
    if (this.busyElsewhere || (this.isActive && !this.allowNested)) throw modalBusy();
    if (this.depth === 0) this.begin();
    this.depth++;
    let commit = false;
    try {
      const result = await target();
      commit = true;
      return result;
    } finally {
      if (this.depth === 1) {
        this.endSuspensions(commit);
        this.finished.push({ commandName: options.commandName, progress: this.progress });
        this.cancelled = false;
        this.onCancel = undefined;
      }
      this.depth--;
    }
  }

  private begin(): void {
    this.calls = 0;
    this.progress = [];
    this.cancelled = false;
  }
}
