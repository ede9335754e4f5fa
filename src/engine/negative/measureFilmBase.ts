/**
 * Light through unexposed film. The rebate and the gaps between frames are the brightest film in a scan; where none is
 * in the picture, its deepest shadow comes nearest. An area that the user points at beats both.
 */
import type { RgbImage } from '../image/rgbImage';
import { UserError } from '../userError';
import type { Triple } from './inversion';
import { scanLight } from './scanDensity';
import { lightQuantile, measureScanBlocks, type ScanBlocks } from './scanBlocks';

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

/** Of all blocks by brightness, the ones that the base is the median of: the very brightest are flare and dust. */
const BRIGHTEST = [0.985, 0.998] as const;
/** Share of the blocks that may be denser than what Dmax is taken from: dust and scratches are black on a negative. */
const DENSEST = 0.002;
/** Fewer blocks of film (of up to 250 × 250 of the frame) are a scan of something else. */
const MIN_BLOCKS = 50;

/**
 * @param known the base, where it is known better than from this scan; otherwise the brightest film in it counts
 * @throws UserError `negative.no-film` when the scan holds hardly anything between black and white
 */
export function measureFilmBase(scan: RgbImage, scanGamma: number | null, known?: Triple): FilmBase {
  const blocks = measureScanBlocks(scan, scanGamma);
  if (blocks.count < MIN_BLOCKS) throw new UserError('negative.no-film', {});
  const base = known ?? brightestFilm(blocks);
  const densest = [0, 1, 2].map((c) => lightQuantile(blocks, c, DENSEST));
  const density = (c: number): number => Math.max(0, Math.log10(base[c] / densest[c]));
  return { base, maxDensity: [density(0), density(1), density(2)] };
}

/** Ranked by all channels together: a stain or a mark that is bright in one of them is not the base. */
function brightestFilm({ light, count }: ScanBlocks): Triple {
  const brightness = Float64Array.from({ length: count }, (_, i) =>
    Math.log(light[3 * i] * light[3 * i + 1] * light[3 * i + 2]),
  );
  const order = Uint32Array.from(brightness, (_, i) => i).sort((a, b) => brightness[a] - brightness[b]);
  const chosen = order.subarray(Math.floor(BRIGHTEST[0] * count), Math.ceil(BRIGHTEST[1] * count));
  const median = (c: number): number =>
    Float64Array.from(chosen, (i) => light[3 * i + c]).sort()[chosen.length >> 1];
  return [median(0), median(1), median(2)];
}

/**
 * Median light through an area of unexposed film.
 * @throws UserError `negative.area-outside` when the area holds no pixel of the scan
 */
export function measureBaseArea(scan: RgbImage, scanGamma: number | null, area: ScanArea): Triple {
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
