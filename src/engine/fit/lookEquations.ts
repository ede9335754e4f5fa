/** The equations of the bins under the film prior: one unknown a component, in units of what is seen. */
import type { ColorBins } from './colorBins';
import { PLACE_VALUES, createColorPlace } from './lookKernel';
import type { GaussianEquations } from './gaussianSystem';
import type { LookModel } from './lookModel';
import { FRAME_VALUES, createPerceptualFrame } from './perceptualFrame';

/** Further unknowns of a bin, in encoded RGB: writes 3 rows of `count` values, and adds to what is wanted. */
export interface FurtherUnknowns {
  readonly count: number;
  /** @param wanted 3 values: film less prior mean, to be changed in place */
  write(bin: number, rows: Float64Array, wanted: Float64Array): void;
}

/**
 * @param digital 3 a bin: the colors to read the look at; the bins' own, or corrected ones
 * @param film 3 a bin: what the look should give there
 */
export function lookEquations(
  bins: ColorBins,
  model: LookModel,
  digital: Float64Array,
  film: Float64Array,
  further: FurtherUnknowns | null = null,
): GaussianEquations {
  const n = bins.count;
  const m = model.prior.components;
  const q = further?.count ?? 0;
  const width = m + q + 1;
  const rows = [0, 1, 2].map(() => new Float64Array(n * width));
  const places = new Float64Array(PLACE_VALUES * n);
  const placeOf = createColorPlace(bins.space);
  const frameAt = createPerceptualFrame(bins.space);
  const frame = new Float64Array(FRAME_VALUES);
  const mean = new Float64Array(3);
  const wanted = new Float64Array(3);
  const features = new Float64Array(3 * m);
  const others = new Float64Array(3 * q);
  for (let i = 0; i < n; i++) {
    placeOf(digital, 3 * i, places, PLACE_VALUES * i);
    frameAt(film, 3 * i, frame, 0);
    model.features(digital, 3 * i, mean, features, m);
    for (let c = 0; c < 3; c++) wanted[c] = film[3 * i + c] - digital[3 * i + c] - mean[c];
    further?.write(i, others, wanted);
    for (let output = 0; output < 3; output++) {
      const [fr, fg, fb] = frame.subarray(3 * output, 3 * output + 3);
      const row = rows[output].subarray(i * width, (i + 1) * width);
      for (let k = 0; k < m; k++) row[k] = fr * features[k] + fg * features[m + k] + fb * features[2 * m + k];
      for (let k = 0; k < q; k++) row[m + k] = fr * others[k] + fg * others[q + k] + fb * others[2 * q + k];
      row[m + q] = fr * wanted[0] + fg * wanted[1] + fb * wanted[2];
    }
  }
  return { count: n, unknowns: m + q, rows: [rows[0], rows[1], rows[2]], places, weight: bins.weight };
}
