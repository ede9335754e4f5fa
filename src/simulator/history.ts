/**
 * The History panel of one document. While history is suspended, changes replace the working state without leaving
 * entries; resuming leaves one entry, or puts everything back.
 */
import type { DocumentState } from './documentState';

export interface HistoryEntry {
  readonly name: string;
  readonly state: DocumentState;
}

export class History {
  private entries: HistoryEntry[];
  private position = 0;
  private working: DocumentState;
  private suspended: { readonly id: number; name: string; readonly before: DocumentState } | null = null;
  private changedWhileSuspended = false;

  constructor(name: string, initial: DocumentState) {
    this.entries = [{ name, state: initial }];
    this.working = initial;
  }

  get state(): DocumentState {
    return this.working;
  }

  get names(): readonly string[] {
    return this.entries.map((entry) => entry.name);
  }

  get currentIndex(): number {
    return this.position;
  }

  get isSuspended(): boolean {
    return this.suspended !== null;
  }

  /** A change that leaves an entry. */
  change(name: string, state: DocumentState): void {
    this.working = state;
    if (this.suspended) {
      this.changedWhileSuspended = true;
      return;
    }
    this.append(name, state);
  }

  /** A change that Photoshop does not count as one: which layers are selected in the Layers panel. */
  adjust(state: DocumentState): void {
    this.working = state;
    if (!this.suspended) this.entries[this.position] = { name: this.entries[this.position].name, state };
  }

  suspend(id: number, name: string): void {
    this.suspended = { id, name, before: this.working };
    this.changedWhileSuspended = false;
  }

  /** @returns false when this suspension is not running. */
  resume(id: number, commit: boolean, finalName?: string): boolean {
    const suspended = this.suspended;
    if (!suspended || suspended.id !== id) return false;
    this.suspended = null;
    if (commit) {
      if (this.changedWhileSuspended) this.append(finalName ?? suspended.name, this.working);
      else this.adjust(this.working);
    } else {
      this.working = suspended.before;
    }
    return true;
  }

  suspensionId(): number | null {
    return this.suspended?.id ?? null;
  }

  /** @returns false at the first state. */
  undo(): boolean {
    if (this.position === 0) return false;
    this.position--;
    this.working = this.entries[this.position].state;
    return true;
  }

  redo(): boolean {
    if (this.position === this.entries.length - 1) return false;
    this.position++;
    this.working = this.entries[this.position].state;
    return true;
  }

  private append(name: string, state: DocumentState): void {
    this.entries = [...this.entries.slice(0, this.position + 1), { name, state }];
    this.position = this.entries.length - 1;
  }
}
