/** Colorfulness as the axis of a chart, from gray to the last of CHROMA_POINTS. */
import { createOklabToRgb, createRgbToOklab } from '../../engine/color/oklab';
import type { RgbImage } from '../../engine/image/rgbImage';
import { relativeCounts } from './histogram';
import { hexColor } from './hueWheel';
import { CHROMA_POINTS } from './lookEdits';

const BINS = 48;
/** Every nth pixel is enough for 48 bins. */
const STRIDE = 7;
/** The magenta that sRGB has up to a chroma of 0.32. */
const LIGHTNESS = 0.7;
const HUE_DEG = 328;

const END = CHROMA_POINTS[CHROMA_POINTS.length - 1];

/** Of an OKLCh chroma, in [0, 1]. By the square root: pale colors, which most of a photo is made of, get more room than vivid ones. */
export const placeOfChroma = (chroma: number) => Math.sqrt(chroma / END);
/** The inverse: the OKLCh chroma at this place. */
export const chromaAt = (place: number) => END * place ** 2;

/** How often a photo has each chroma: at equal steps of the axis, in [0, 1] of the highest but two bins. */
export function chromaHistogram({ data, space }: RgbImage): Float32Array {
  const toOklab = createRgbToOklab(space);
  const lab = new Float64Array(3);
  const counts = new Float32Array(BINS);
  for (let i = 0; i < data.length; i += 3 * STRIDE) {
    toOklab(data[i], data[i + 1], data[i + 2], lab, 0);
    const bin = Math.floor(BINS * placeOfChroma(Math.hypot(lab[1], lab[2])));
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
