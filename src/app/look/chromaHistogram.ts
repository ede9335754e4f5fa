/** How colorful a photo is: how often each OKLCh chroma occurs. */
import { createOklabToRgb, createRgbToOklab } from '../../engine/color/oklab';
import type { RgbImage } from '../../engine/image/rgbImage';
import { relativeCounts } from './histogram';
import { hexColor } from './hueWheel';

const BINS = 48;
/** Every nth pixel is enough for 48 bins. */
const STRIDE = 7;
/** The magenta that sRGB has up to a chroma of 0.32. */
const LIGHTNESS = 0.7;
const HUE_DEG = 328;

/** At equal steps of chroma over [0, `end`], in [0, 1] of the highest but two bins. */
export function chromaHistogram({ data, space }: RgbImage, end: number): Float32Array {
  const toOklab = createRgbToOklab(space);
  const lab = new Float64Array(3);
  const counts = new Float32Array(BINS);
  for (let i = 0; i < data.length; i += 3 * STRIDE) {
    toOklab(data[i], data[i + 1], data[i + 2], lab, 0);
    const bin = Math.floor((BINS * Math.hypot(lab[1], lab[2])) / end);
    if (bin < BINS) counts[bin]++;
  }
  return relativeCounts(counts);
}

/** `#rrggbb` of a color of this chroma. */
export function chromaColor(chroma: number): string {
  const angle = (HUE_DEG * Math.PI) / 180;
  const rgb = new Float64Array(3);
  createOklabToRgb('srgb')(LIGHTNESS, chroma * Math.cos(angle), chroma * Math.sin(angle), rgb, 0);
  return hexColor(rgb);
}
