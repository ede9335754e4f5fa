/** The preview: two pictures over each other and their difference, encoded by Photoshop because UXP's canvas holds no pixels. */
import { runHere, type SessionContext } from './context';
import { isAbortError } from '../compute/abortError';
import { resizeArea, resizePlane } from '../engine/image/resizeArea';
import type { Plane, RgbImage } from '../engine/image/rgbImage';
import type { Task } from '../engine/task';
import { measureResiduals } from './look/residuals';
import type { CompareMode, ComparedPictures } from './preview/comparison';
import { differenceImage } from './preview/differenceImage';
import { previewPictures, renderPreview, type PreviewPictures } from './preview/previewPictures';
import type { ComparisonPreview, Evidence } from './state';

/** Preview pixels a side. */
const PATCH_PX = 3;

export interface ComparisonActions {
  /** Draws the preview anew for what is in the store. A newer call ends an older one. */
  update(): Promise<void>;
  compare(pictures: ComparedPictures): void;
  setMode(mode: CompareMode): void;
}

export function createComparisonActions(context: SessionContext): ComparisonActions {
  const { host, store } = context;
  let scaled: { evidence: Evidence; pictures: PreviewPictures } | null = null;
  let running: AbortController | null = null;

  function picturesOf(evidence: Evidence): PreviewPictures {
    if (scaled?.evidence !== evidence) scaled = { evidence, pictures: previewPictures(evidence) };
    return scaled.pictures;
  }

  async function draw(signal: AbortSignal): Promise<ComparisonPreview | null> {
    const { evidence, style, compared } = store.get();
    if (evidence === null || style === null || style.origin !== 'match') return null;
    const pictures = picturesOf(evidence);
    const result = await runHere(renderPreview(pictures.digital, style.stack), signal);
    store.set({ residuals: measureResiduals({ ...pictures, result }) });
    const [first, second] = pick(pictures, result, compared);
    const difference = await runHere(patchDifference(first, second, pictures.trust), signal);
    return {
      pictures: compared,
      widthPx: first.width,
      heightPx: first.height,
      firstUrl: await host.encodePreview(first),
      secondUrl: await host.encodePreview(second),
      differenceUrl: await host.encodePreview(difference),
    };
  }

  async function update(): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    try {
      const comparison = await draw(controller.signal);
      if (!controller.signal.aborted) store.set({ comparison });
    } catch (error) {
      if (!isAbortError(error)) store.set({ comparison: null });
    }
  }

  return {
    update,
    compare(compared) {
      store.set({ compared });
      void update();
    },
    setMode: (compareMode) => store.set({ compareMode }),
  };
}

function pick(
  { film, digital }: PreviewPictures,
  result: RgbImage,
  compared: ComparedPictures,
): readonly [RgbImage, RgbImage] {
  switch (compared) {
    case 'film-digital':
      return [film, digital];
    case 'film-result':
      return [film, result];
    case 'digital-result':
      return [digital, result];
  }
}

/**
 * Grain and sub-pixel shifts differ from pixel to pixel and are not the look, so the difference is that of small
 * patches, as the numbers beside it are.
 */
function patchDifference(first: RgbImage, second: RgbImage, trust: Plane): Task<RgbImage> {
  const width = Math.max(1, Math.round(first.width / PATCH_PX));
  const height = Math.max(1, Math.round(first.height / PATCH_PX));
  return differenceImage(
    resizeArea(first, width, height),
    resizeArea(second, width, height),
    resizePlane(trust, width, height),
  );
}
