/** The file dialogs of the host. In a browser page they can be the page's own: a file input, a download. */
export interface PickedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface PickedTarget {
  readonly name: string;
  write(content: Uint8Array): void | Promise<void>;
}

export interface PickedFolder {
  readonly name: string;
  readonly files: readonly PickedFile[];
  write(name: string, content: Uint8Array): void | Promise<void>;
}

export interface FilePickers {
  /** Null when the user cancels. `extensions` without dots. */
  pickFileToOpen(extensions: readonly string[]): Promise<PickedFile | null>;
  /** Null when the user cancels. */
  pickFilesToOpen(extensions: readonly string[]): Promise<readonly PickedFile[] | null>;
  /** Null when the user cancels. */
  pickFolder(): Promise<PickedFolder | null>;
  pickFileToSave(suggestedName: string, extensions: readonly string[]): Promise<PickedTarget | null>;
}

/** Dialogs answered in advance; an unanswered dialog counts as cancelled. */
export class QueuedPickers implements FilePickers {
  readonly saved = new Map<string, Uint8Array>();
  private readonly toOpen: (PickedFile | null)[] = [];
  private readonly toSave: (string | null)[] = [];

  /** The next open dialog gives this file; null cancels it. */
  queueOpen(file: { name: string; content: string | Uint8Array } | null): void {
    this.toOpen.push(
      file && {
        name: file.name,
        content: typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content,
      },
    );
  }

  /** The next save dialog is answered with this name ('' takes the suggested one); null cancels it. */
  queueSave(name: string | null): void {
    this.toSave.push(name);
  }

  async pickFileToOpen(): Promise<PickedFile | null> {
    return this.toOpen.shift() ?? null;
  }

  async pickFilesToOpen(): Promise<readonly PickedFile[] | null> {
    const file = await this.pickFileToOpen();
    return file && [file];
  }

  /** A folder of all files that were queued to be opened; what is written there counts as saved. */
  async pickFolder(): Promise<PickedFolder | null> {
    const files = this.toOpen.splice(0).filter((file) => file !== null);
    return { name: 'Folder', files, write: (name, content) => void this.saved.set(name, content) };
  }

  async pickFileToSave(suggestedName: string): Promise<PickedTarget | null> {
    const answer = this.toSave.shift();
    if (answer === null || answer === undefined) return null;
    const name = answer || suggestedName;
    return { name, write: (content) => void this.saved.set(name, content) };
  }
}
