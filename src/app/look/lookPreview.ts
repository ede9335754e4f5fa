/** The picture of the Look tab: through a small baked lattice while something moves, exactly when it rests. */
import { isAbortError } from '../../compute/abortError';
import { fitLongEdge, resizeArea } from '../../engine/image/resizeArea';
import type { RgbImage } from '../../engine/image/rgbImage';
import { bakeLut } from '../../engine/render/bakeLut';
import type { Lut3d } from '../../engine/render/lut3d';
import { prepareForLut } from '../../engine/render/prepareForLut';
import { renderLookTask } from '../../engine/render/renderLook';
import { attempt, runHere, type SessionContext } from '../context';
import type { CurrentStyle } from '../currentStyle';

const PREVIEW_LONG_EDGE_PX = 512;
/** Coarse enough to be baked for every frame. */
const QUICK_LUT_SIZE = 17;

export interface LookPreviewer {
  /** Draws what is in the store. While a picture is being drawn, only the newest wish is kept. */
  quick(): Promise<void>;
  /** As exactly as the look itself; ends when something moves again. */
  full(): Promise<void>;
}

interface PreviewPicture {
  /** Of what it is the picture. */
  readonly key: unknown;
  readonly image: RgbImage;
  readonly throughLut: (lut: Lut3d) => RgbImage;
}

export function createLookPreviewer(context: SessionContext): LookPreviewer {
  const { host, store } = context;
  let picture: PreviewPicture | null = null;
  let drawing = false;
  let drawAgain = false;
  let fine: AbortController | null = null;

  /** The matched photo; without one, the document that the look would be applied to. */
  async function previewPicture(): Promise<PreviewPicture | null> {
    const { evidence, style, targetDocumentId } = store.get();
    const matched = style?.origin === 'match' ? evidence : null;
    const key = matched ?? targetDocumentId;
    if (key === null) return null;
    if (picture?.key === key) return picture;
    const image = await read(matched?.digital ?? null, targetDocumentId);
    return (picture = { key, image, throughLut: prepareForLut(image, QUICK_LUT_SIZE) });
  }

  async function read(digital: RgbImage | null, documentId: number | null): Promise<RgbImage> {
    if (digital === null) {
      const id = documentId ?? 0;
      const options = { longEdgePx: PREVIEW_LONG_EDGE_PX, profileOfDocumentId: id };
      return host.readPicture({ documentId: id, layerId: null }, options);
    }
    const { width, height } = fitLongEdge(digital.width, digital.height, PREVIEW_LONG_EDGE_PX);
    return resizeArea(digital, width, height);
  }

  type Render = (picture: PreviewPicture, style: CurrentStyle) => RgbImage | Promise<RgbImage>;

  async function draw(render: Render, isStale: () => boolean): Promise<void> {
    const { style } = store.get();
    const drawn = await previewPicture();
    if (style === null || drawn === null) return store.set({ lookPreview: null });
    const { image } = drawn;
    const old = store.get().lookPreview;
    const beforeUrl = old?.key === image ? old.beforeUrl : await host.encodePreview(image);
    const afterUrl = await host.encodePreview(await render(drawn, style));
    if (!isStale())
      store.set({ lookPreview: { key: image, beforeUrl, afterUrl, aspect: image.width / image.height } });
  }

  return {
    async quick() {
      fine?.abort();
      drawAgain = drawing;
      if (drawing) return;
      drawing = true;
      do {
        drawAgain = false;
        await attempt(context, 'look', () => draw(quickRender, () => false));
      } while (drawAgain);
      drawing = false;
    },
    async full() {
      fine?.abort();
      const { signal } = (fine = new AbortController());
      const render: Render = ({ image }, { look }) =>
        runHere(renderLookTask(image, { ...look, space: image.space }), signal);
      try {
        await draw(render, () => signal.aborted);
      } catch (error) {
        if (!isAbortError(error)) await attempt(context, 'look', () => Promise.reject(error));
      }
    },
  };
}

/** A picture in another space than the look's is shown as if its numbers were the look's, as applying does. */
function quickRender({ image, throughLut }: PreviewPicture, { look }: CurrentStyle): RgbImage {
  return throughLut({ ...bakeLut(look, QUICK_LUT_SIZE), space: image.space });
}
