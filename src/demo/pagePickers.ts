/** The host's file dialogs, answered by the browser: a file input to open, a download to save. */
import type { FilePickers, PickedFile, PickedFolder } from '../simulator/uxp/filePickers';

export const PAGE_PICKERS: FilePickers = {
  async pickFileToOpen(extensions) {
    return (await pickFiles({ accept: extensions }))?.[0] ?? null;
  },
  pickFilesToOpen: (extensions) => pickFiles({ accept: extensions, multiple: true }),
  async pickFolder(): Promise<PickedFolder | null> {
    const files = await pickFiles({ multiple: true, webkitdirectory: true });
    return files && { name: 'Downloads', files, write: download };
  },
  async pickFileToSave(suggestedName) {
    return { name: suggestedName, write: (content) => download(suggestedName, content) };
  },
};

interface InputOptions {
  readonly accept?: readonly string[];
  readonly multiple?: boolean;
  readonly webkitdirectory?: boolean;
}

/** Null when the user cancels. */
function pickFiles({ accept = [], ...options }: InputOptions): Promise<readonly PickedFile[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    Object.assign(input, options, {
      type: 'file',
      accept: accept.map((extension) => `.${extension}`).join(','),
    });
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const files = Array.from(input.files ?? []);
      void Promise.all(files.map(readFile)).then((read) => resolve(read.length > 0 ? read : null));
    });
    input.click();
  });
}

async function readFile(file: File): Promise<PickedFile> {
  return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
}

function download(name: string, content: Uint8Array): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([Uint8Array.from(content)]));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
