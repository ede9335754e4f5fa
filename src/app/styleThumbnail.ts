import { renderThumbnail, THUMBNAIL_LONG_EDGE_PX } from '../formats/style/renderThumbnail';
import type { RgbImage } from '../engine/image/rgbImage';
import type { Look } from '../engine/look';
import type { SessionContext } from './context';

/** The picture that a style is saved with: its look on the chosen target, or on a chart where none can be read. */
export async function styleThumbnail(context: SessionContext, look: Look): Promise<string> {
  return renderThumbnail(look, (await readTarget(context)) ?? undefined);
}

async function readTarget({ host, store }: SessionContext): Promise<RgbImage | null> {
  const { targetDocumentId } = store.get();
  if (targetDocumentId === null) return null;
  const options = { longEdgePx: THUMBNAIL_LONG_EDGE_PX, profileOfDocumentId: targetDocumentId };
  try {
    return await host.readPicture({ documentId: targetDocumentId, layerId: null }, options);
  } catch {
    return null; // a style is worth saving without its picture
  }
}
