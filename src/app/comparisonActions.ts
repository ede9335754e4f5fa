/** The preview: two pictures over each other and their difference, encoded by Photoshop because UXP's canvas holds no pixels. */
import { runHere, type SessionContext } from './context';
import { isAbortError } from '../compute/abortError';
import { edgeOverlay } from '../engine/align/edgeOverlay';
import { resizeArea, resizePlane } from '../engine/image/resizeArea';
import type { Plane, RgbImage } from '../engine/image/rgbImage';
import type { Task } from '../engine/task';
import { measureResiduals, type Residuals } from './look/residuals';
import type { CompareMode, ComparedPictures } from './preview/comparison';
import { guessedColors } from './preview/guessedColors';
import { differenceImage } from './preview/differenceImage';
import { previewPictures, renderPreview, type PreviewPictures } from './preview/previewPictures';
import type { ComparisonPreview } from './shownPictures';
import type { Evidence } from './evidence';
import type { SessionState } from './state';

/** Preview pixels a side. */
const PATCH_PX = 3;

export interface ComparisonActions {
  /** Draws the preview anew for what is in the store. A newer call ends an older one. */
  update(): Promise<void>;
  /** Film minus result for the chart of the Look tab. */
  measureResiduals(): Promise<void>;
  compare(pictures: ComparedPictures): void;
  setMode(mode: CompareMode): void;
}

export function createComparisonActions(context: SessionContext): ComparisonActions {
  const { host, store } = context;
  let scaled: { evidence: Evidence; pictures: PreviewPictures } | null = null;
  let running: AbortController | null = null;

  /** Null for a look whose pictures are not at hand. */
  function matchedPictures(): PreviewPictures | null {
    const { evidence, style } = store.get();
    if (evidence === null || style?.origin !== 'match') return null;
    if (scaled?.evidence !== evidence) scaled = { evidence, pictures: previewPictures(evidence) };
    return scaled.pictures;
  }

  async function result({ digital }: PreviewPictures, signal: AbortSignal): Promise<RgbImage | null> {
    const { style } = store.get();
    return style && (await runHere(renderPreview(digital, style.stack), signal));
  }

  async function draw(signal: AbortSignal): Promise<ComparisonPreview | null> {
    const { compared, compareMode: mode } = store.get();
    const pictures = matchedPictures();
    const after = pictures && (await result(pictures, signal));
    if (after === null || pictures === null) return null;
    const [first, second] = pick(pictures, after, compared);
    const shared = { pictures: compared, mode };
    if (mode === 'wipe' || mode === 'blink') {
      const firstUrl = await host.encodePreview(first);
      return { ...shared, urls: [firstUrl, await host.encodePreview(second)] };
    }
    const task =
      mode === 'edges'
        ? edgeOverlay(pictures.film, pictures.digital, pictures.trust)
        : patchDifference(first, second, pictures.trust);
    const coverage = store.get().evidence?.confidence.coverage;
    const single =
      mode === 'guesses' && coverage
        ? guessedColors(after, pictures.digital, coverage)
        : await runHere(task, signal);
    return { ...shared, urls: [await host.encodePreview(single)] };
  }

  async function measure(signal: AbortSignal): Promise<Residuals | null> {
    const pictures = matchedPictures();
    const after = pictures && (await result(pictures, signal));
    return pictures && after && measureResiduals({ ...pictures, result: after });
  }

  async function newest(change: (signal: AbortSignal) => Promise<Partial<SessionState>>): Promise<void> {
    running?.abort();
    const { signal } = (running = new AbortController());
    try {
      const found = await change(signal);
      if (!signal.aborted) store.set(found);
    } catch (error) {
      if (!isAbortError(error)) store.set({ comparison: null, residuals: null });
    }
  }

  const update = () => newest(async (signal) => ({ comparison: await draw(signal) }));

  return {
    update,
    measureResiduals: () => newest(async (signal) => ({ residuals: await measure(signal) })),
    compare(compared) {
      store.set({ compared });
      void update();
    },
    setMode(compareMode) {
      store.set({ compareMode });
      void update();
    },
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
