/**
 * Is the film black and white, toned or not? Then its a and b depend on its lightness alone, while the digital photo of
 * the same scene has colors. Where the photo has none either, nobody can tell, and the film counts as color film.
 */
import { createRgbToOklab } from '../color/oklab';
import type { RgbSpaceId } from '../color/rgbSpace';
import type { ColorBins } from './colorBins';

const BANDS = 12;
/** Root mean square distances in OKLab from the mean color of a lightness: grain and JPEG leave less than this in gray film. */
const FILM_SPREAD = 0.012;
/** A photo with less color than this cannot tell. */
const DIGITAL_SPREAD = 0.005;
/** Black-and-white film keeps at most 3 % of the photo's colors, the palest color film about 80 %. */
const SHARE_KEPT = 0.3;

export function isMonochromeFilm(bins: ColorBins): boolean {
  const film = spreadOf(bins.film, bins.weight, bins.space);
  const digital = spreadOf(bins.digital, bins.weight, bins.space);
  return film < FILM_SPREAD && digital > DIGITAL_SPREAD && film < SHARE_KEPT * digital;
}

function spreadOf(colors: Float64Array, weight: Float64Array, space: RgbSpaceId): number {
  const toOklab = createRgbToOklab(space);
  const lab = new Float64Array(3);
  // Per band: weight, Σa, Σb, Σ(a² + b²).
  const sums = new Float64Array(4 * BANDS);
  for (let i = 0; i < weight.length; i++) {
    toOklab(colors[3 * i], colors[3 * i + 1], colors[3 * i + 2], lab, 0);
    const at = 4 * Math.max(0, Math.min(BANDS - 1, Math.floor(lab[0] * BANDS)));
    sums[at] += weight[i];
    sums[at + 1] += weight[i] * lab[1];
    sums[at + 2] += weight[i] * lab[2];
    sums[at + 3] += weight[i] * (lab[1] ** 2 + lab[2] ** 2);
  }
  let total = 0;
  let squares = 0;
  for (let at = 0; at < sums.length; at += 4) {
    if (sums[at] === 0) continue;
    total += sums[at];
    squares += sums[at + 3] - (sums[at + 1] ** 2 + sums[at + 2] ** 2) / sums[at];
  }
  return total > 0 ? Math.sqrt(Math.max(0, squares) / total) : 0;
}
