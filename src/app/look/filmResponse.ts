/** What the film has where the photo has a certain brightness: the measured dots behind the fitted curve. */
import type { Plane, RgbImage } from '../../engine/image/rgbImage';
import { CHANNEL_WEIGHTS } from './histogram';
import type { CurveName } from './lookEdits';

export interface ResponsePoint {
  readonly digital: number;
  readonly film: number;
}

const BINS = 20;
/** Bins with less than this share of the picture are left out. */
const MIN_SHARE = 0.003;
const STRIDE = 3;

/** Means over pixels of like brightness, in [0, 1]; at most 20 points from dark to bright. */
export function filmResponse(
  digital: RgbImage,
  film: RgbImage,
  trust: Plane,
  name: CurveName,
): readonly ResponsePoint[] {
  const [red, green, blue] = CHANNEL_WEIGHTS[name];
  const valueAt = (data: Float32Array, i: number) =>
    red * data[3 * i] + green * data[3 * i + 1] + blue * data[3 * i + 2];
  const sums = Array.from({ length: BINS }, () => ({ weight: 0, digital: 0, film: 0 }));
  let total = 0;
  for (let i = 0; i < trust.data.length; i += STRIDE) {
    const value = valueAt(digital.data, i);
    const sum = sums[Math.min(BINS - 1, Math.max(0, Math.floor(value * BINS)))];
    const weight = trust.data[i];
    total += weight;
    sum.weight += weight;
    sum.digital += weight * value;
    sum.film += weight * valueAt(film.data, i);
  }
  return sums
    .filter(({ weight }) => weight > MIN_SHARE * total)
    .map((sum) => ({ digital: sum.digital / sum.weight, film: sum.film / sum.weight }));
}
