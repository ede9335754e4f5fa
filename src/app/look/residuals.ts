/** Where the result still differs from the film, by brightness: what a curve could mend, and what it could not. */
import type { Plane, RgbImage } from '../../engine/image/rgbImage';

export interface Residuals {
  /** Mean of film minus result in levels (0…255) at equal steps of the photo's brightness; NaN where there is nothing. */
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

const BINS = 24;
/** A bin with less than this share of the picture says nothing. */
const MIN_SHARE = 0.001;

export interface ComparedImages {
  readonly digital: RgbImage;
  readonly film: RgbImage;
  readonly result: RgbImage;
  readonly trust: Plane;
}

export function measureResiduals({ digital, film, result, trust }: ComparedImages): Residuals {
  const sums = new Float64Array(3 * BINS);
  const weights = new Float64Array(BINS);
  let total = 0;
  for (let i = 0; i < trust.data.length; i++) {
    const weight = trust.data[i];
    const bin = lumaBin(digital.data, 3 * i);
    weights[bin] += weight;
    total += weight;
    for (let c = 0; c < 3; c++) sums[3 * bin + c] += weight * (film.data[3 * i + c] - result.data[3 * i + c]);
  }
  const channel = (c: number) =>
    Float32Array.from(weights, (weight, bin) =>
      weight > MIN_SHARE * total ? (255 * sums[3 * bin + c]) / weight : NaN,
    );
  return { red: channel(0), green: channel(1), blue: channel(2) };
}

/** Rec. 601, as Photoshop's histogram counts. */
function lumaBin(data: Float32Array, at: number): number {
  const luma = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  return Math.min(BINS - 1, Math.max(0, Math.floor(luma * BINS)));
}
