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

/**
 * log10 of red over green and green over blue that nearly all of a masked negative exceeds. The mask itself is about 0.4 and
 * 0.3 (D-min of Portra 400: 0.2, 0.6, 0.9, Kodak data sheet E-4050); what is red in the scene takes some of it away.
 */
const MASK_RATIO = 0.12;
/** The same at the median, where a mask is never this pale; the ratios of positives lie around 0. */
const MASK_MEDIAN = 0.25;
/** The quantile that nearly all lie above. */
const NEARLY_ALL = 0.1;
/**
 * Deviation of the density differences between channels above which the film has dyes. Color negatives, simulated and
 * scanned with a camera, have 0.11 and more, simulated silver under 0.01.
 */
const COLOR_SPREAD = 0.025;
/** Deviations of a normal distribution between its outer tenths. */
const DECILES_APART = 2.563;

/** The mask alone decides. @returns null when the scan looks like a positive or cannot be told from one */
export function recognizeNegative(scan: RgbImage, scanGamma: number | null = null): NegativeKind | null {
  return hasOrangeMask(measureScanBlocks(scan, scanGamma)) ? 'color' : null;
}

/** The kind of a scan that is known to be a negative. */
export function kindOfNegative(scan: RgbImage, scanGamma: number | null = null): NegativeKind {
  const blocks = measureScanBlocks(scan, scanGamma);
  if (hasOrangeMask(blocks)) return 'color';
  const spread = Math.max(spreadOf(ratios(blocks, 0, 1)), spreadOf(ratios(blocks, 1, 2)));
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

/** Deviation, by the outer tenths: in the densest parts of a scan its noise parts the channels of silver as well. */
function spreadOf(values: Float64Array): number {
  values.sort();
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))] ?? 0;
  return (at(0.9) - at(0.1)) / DECILES_APART;
}
