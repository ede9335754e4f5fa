/** The host's file dialogs, answered by the browser: a file input to open, a download to save. */
import type { FilePickers, PickedFile } from '../simulator/uxp/filePickers';

export const PAGE_PICKERS: FilePickers = {
  pickFileToOpen(extensions) {
    return new Promise<PickedFile | null>((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = extensions.map((extension) => `.${extension}`).join(',');
      input.addEventListener('cancel', () => resolve(null));
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (!file) return resolve(null);
        void file
          .arrayBuffer()
          .then((content) => resolve({ name: file.name, content: new Uint8Array(content) }));
      });
      input.click();
    });
  },

  async pickFileToSave(suggestedName) {
    return {
      name: suggestedName,
      write(content) {
        const link = document.createElement('a');
        link.download = suggestedName;
        link.href = URL.createObjectURL(new Blob([Uint8Array.from(content)]));
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      },
    };
  },
};
