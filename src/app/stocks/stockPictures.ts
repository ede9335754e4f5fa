/** Looks on the user's own picture: a small one for every stock of the list, and two of them side by side. */
import { abortError, isAbortError } from '../../compute/abortError';
import type { RgbImage } from '../../engine/image/rgbImage';
import { applyLut } from '../../engine/render/applyLut';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Look } from '../../engine/look';
import { attempt, type SessionContext } from '../context';
import type { Library } from './library';

const THUMBNAIL_LONG_EDGE_PX = 96;
const TRIAL_LONG_EDGE_PX = 512;
const LUT_SIZE = 17;

export interface StockPictures {
  /** Draws what the list lacks, one after the other; a newer call ends an older one. */
  drawAll(): Promise<void>;
  /** One stock against the untouched picture, or two against each other. */
  tryOn(id: string, otherId: string | null): Promise<void>;
}

export function createStockPictures(context: SessionContext, library: Library): StockPictures {
  const { host, store } = context;
  let running: AbortController | null = null;
  let drawnFor: number | null = null;

  async function picture(longEdgePx: number): Promise<RgbImage | null> {
    const { targetDocumentId } = store.get();
    if (targetDocumentId === null) return null;
    const options = { longEdgePx, profileOfDocumentId: targetDocumentId };
    return host.readPicture({ documentId: targetDocumentId, layerId: null }, options);
  }

  async function encoded(image: RgbImage, look: Look): Promise<string> {
    return host.encodePreview(applyLut(image, { ...bakeLut(look, LUT_SIZE), space: image.space }));
  }

  async function drawMissing(signal: AbortSignal): Promise<void> {
    const { targetDocumentId } = store.get();
    if (drawnFor !== targetDocumentId) store.set({ stockPictures: {} });
    drawnFor = targetDocumentId;
    const image = await picture(THUMBNAIL_LONG_EDGE_PX);
    for (const { id } of store.get().stocks) {
      if (signal.aborted) throw abortError();
      if (store.get().stockPictures[id]) continue;
      const url = await thumbnail(image, id);
      store.set(({ stockPictures }) => ({ stockPictures: { ...stockPictures, [id]: url } }));
    }
  }

  /** Without a picture of the user the one that the stock was saved with. A damaged stock has none; using it says why. */
  async function thumbnail(image: RgbImage | null, id: string): Promise<string> {
    try {
      const { style, thumbnail: saved } = await library.styleOf(id);
      return image === null ? (saved ?? '') : await encoded(image, style.look);
    } catch {
      return '';
    }
  }

  async function draw(id: string, otherId: string | null): Promise<void> {
    const image = await picture(TRIAL_LONG_EDGE_PX);
    if (image === null) return store.set({ trial: null });
    const look = (await library.styleOf(id)).style.look;
    const own = await encoded(image, look);
    const other =
      otherId === null
        ? await host.encodePreview(image)
        : await encoded(image, (await library.styleOf(otherId)).style.look);
    const urls = otherId === null ? { firstUrl: other, secondUrl: own } : { firstUrl: own, secondUrl: other };
    const { trial } = store.get();
    if (trial?.id === id && trial.otherId === otherId) store.set({ trial: { id, otherId, urls } });
  }

  return {
    async drawAll() {
      running?.abort();
      running = new AbortController();
      try {
        await drawMissing(running.signal);
      } catch (error) {
        if (!isAbortError(error)) store.set({ stockPictures: {} });
      }
    },
    async tryOn(id, otherId) {
      store.set({ trial: { id, otherId, urls: null } });
      await attempt(context, 'stocks', () => draw(id, otherId));
    },
  };
}
