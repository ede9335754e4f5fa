/**
 * Whether a scan is an un-inverted negative, and of which kind.
 *
 * The orange mask gives itself away: it lies under everything, so even the least orange parts of the frame let through
 * more red than green and more green than blue. A pale mask or silver film looks like a positive with odd colors; only
 * the alignment with the digital photo (tones run the other way), or the user, can tell.
 */
import type { RgbImage } from '../image/rgbImage';
import type { NegativeKind } from './inversion';
import { measureScanBlocks, type ScanBlocks } from './scanBlocks';

/** log10 of red over green and green over blue that nearly all of a masked negative exceeds. */
const MASK_RATIO = 0.12;
/** The same at the median, where a mask is never this pale. */
const MASK_MEDIAN = 0.25;
const NEARLY_ALL = 0.1;
/** Deviation of the density differences between channels above which the film has dyes. */
const COLOR_SPREAD = 0.025;

/** The mask alone decides. @returns null when the scan looks like a positive or cannot be told from one */
export function recognizeNegative(scan: RgbImage, scanGamma: number | null = null): NegativeKind | null {
  return hasOrangeMask(measureScanBlocks(scan, scanGamma)) ? 'color' : null;
}

/** The kind of a scan that is known to be a negative. */
export function kindOfNegative(scan: RgbImage, scanGamma: number | null = null): NegativeKind {
  const blocks = measureScanBlocks(scan, scanGamma);
  if (hasOrangeMask(blocks)) return 'color';
  const spread = Math.max(deviation(ratios(blocks, 0, 1)), deviation(ratios(blocks, 1, 2)));
  return spread > COLOR_SPREAD ? 'color-pale' : 'black-and-white';
}

function hasOrangeMask(blocks: ScanBlocks): boolean {
  if (blocks.count === 0) return false;
  return [ratios(blocks, 0, 1), ratios(blocks, 1, 2)].every((values) => {
    values.sort();
    const at = (share: number): number => values[Math.floor(share * (values.length - 1))];
    return at(NEARLY_ALL) > MASK_RATIO && at(0.5) > MASK_MEDIAN;
  });
}

function ratios({ light, count }: ScanBlocks, over: number, under: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    Math.log10(light[3 * i + over] / light[3 * i + under]),
  );
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
