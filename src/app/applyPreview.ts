/** The target document under the very layers that Apply would make, before they are made. */
import { isAbortError } from '../compute/abortError';
import type { RgbImage } from '../engine/image/rgbImage';
import type { ReadOptions } from '../photoshop/photoshopHost';
import { runHere, type SessionContext } from './context';
import { renderPreview } from './preview/previewPictures';

const LONG_EDGE_PX = 512;

export interface ApplyPreviewer {
  /** Draws it for what is in the store; a newer call ends an older one. Without anything to show there is no preview. */
  draw(): Promise<void>;
  /** The document may have changed: the next preview reads it again. */
  forget(): void;
}

export function createApplyPreviewer({ host, store }: SessionContext): ApplyPreviewer {
  let picture: { documentId: number; image: RgbImage; beforeUrl: string } | null = null;
  let running: AbortController | null = null;

  async function read(documentId: number) {
    if (picture?.documentId === documentId) return picture;
    const options: ReadOptions = {
      longEdgePx: LONG_EDGE_PX,
      profileOfDocumentId: documentId,
      ...(!store.get().keepEarlier && { withoutReplaced: 'look' }),
    };
    const image = await host.readPicture({ documentId, layerId: null }, options);
    picture = { documentId, image, beforeUrl: await host.encodePreview(image) };
    return picture;
  }

  return {
    async draw() {
      running?.abort();
      const { signal } = (running = new AbortController());
      const { style, targetDocumentId } = store.get();
      if (style === null || targetDocumentId === null) return store.set({ applyPreview: null });
      try {
        const { image, beforeUrl } = await read(targetDocumentId);
        const after = await runHere(renderPreview(image, style.stack), signal);
        const afterUrl = await host.encodePreview(after);
        const aspect = image.width / image.height;
        if (!signal.aborted) store.set({ applyPreview: { key: image, beforeUrl, afterUrl, aspect } });
      } catch (error) {
        if (!isAbortError(error)) store.set({ applyPreview: null });
      }
    },
    forget() {
      picture = null;
    },
  };
}
