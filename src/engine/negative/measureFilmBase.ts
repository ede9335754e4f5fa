/**
 * Light through unexposed film. The rebate and the gaps between frames are the brightest film in a scan; where none is
 * in the picture, its deepest shadow comes nearest. An area that the user points at beats both.
 */
import type { RgbImage } from '../image/rgbImage';
import { UserError } from '../userError';
import type { Triple } from './inversion';
import { scanLight } from './scanDensity';
import { lightQuantile, measureScanBlocks } from './scanBlocks';

/** Pixels of the scan; right and bottom are exclusive. */
export interface ScanArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface FilmBase {
  /** Linear light of the unexposed film. */
  readonly base: Triple;
  /** Density over the base of the densest parts of the scan. */
  readonly maxDensity: Triple;
}

const BRIGHTEST = 0.995;
const DENSEST = 0.002;
const MIN_BLOCKS = 50;

/**
 * @param area unexposed film to read the base from; without it the brightest film in the scan counts
 * @throws UserError `negative.no-film` when the scan holds hardly anything between black and white
 * @throws UserError `negative.area-outside` when the area holds no pixel of the scan
 */
export function measureFilmBase(scan: RgbImage, scanGamma: number | null, area?: ScanArea): FilmBase {
  const blocks = measureScanBlocks(scan, scanGamma);
  if (blocks.count < MIN_BLOCKS) throw new UserError('negative.no-film', {});
  const of = (share: number): Triple => [
    lightQuantile(blocks, 0, share),
    lightQuantile(blocks, 1, share),
    lightQuantile(blocks, 2, share),
  ];
  const base = area ? medianLight(scan, scanGamma, area) : of(BRIGHTEST);
  const densest = of(DENSEST);
  const density = (c: number): number => Math.max(0, Math.log10(base[c] / densest[c]));
  return { base, maxDensity: [density(0), density(1), density(2)] };
}

function medianLight(scan: RgbImage, scanGamma: number | null, area: ScanArea): Triple {
  const left = Math.max(0, Math.floor(area.left));
  const right = Math.min(scan.width, Math.ceil(area.right));
  const top = Math.max(0, Math.floor(area.top));
  const bottom = Math.min(scan.height, Math.ceil(area.bottom));
  if (right <= left || bottom <= top) throw new UserError('negative.area-outside', {});
  const median = (c: number): number => {
    const values = new Float64Array((right - left) * (bottom - top));
    let at = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        values[at++] = scanLight(scan.data[3 * (y * scan.width + x) + c], scan.space, scanGamma);
      }
    }
    return values.sort()[values.length >> 1];
  };
  return [median(0), median(1), median(2)];
}
