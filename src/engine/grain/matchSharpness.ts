/**
 * How sharp the film is beside the photo, and how far the two are shifted by a fraction of a pixel: the 5×5 filter that
 * brings the photo nearest to the film where the scene has clear detail, in least squares. There the photo's own noise
 * is small beside the detail and does not pull the filter toward zero.
 */
import { NormalEquations } from '../math/normalEquations';
import { MARGIN_PX, RENDERED_PX, WINDOW_PX, type GrainWindows } from './cutGrainWindows';

/** (2 · MARGIN_PX + 1)² taps, row by row. */
export type SharpnessFilter = Float64Array;

const SIDE = 2 * MARGIN_PX + 1;
const TAPS = SIDE * SIDE;
const RIDGE = 1e-7;
/** Pixels left out between two that are used: neighbours say the same. */
const STEP = 2;

export function matchSharpness({ count, film, rendered }: GrainWindows): SharpnessFilter {
  const equations = new NormalEquations(TAPS);
  const row = new Float64Array(TAPS);
  for (let w = 0; w < count; w++) {
    const c = w % 3;
    const from = 3 * RENDERED_PX * RENDERED_PX * w + c;
    const filmFrom = 3 * WINDOW_PX * WINDOW_PX * w + c;
    const filmMean = meanOf(film, filmFrom, WINDOW_PX * WINDOW_PX);
    const mean = meanOf(rendered, from, RENDERED_PX * RENDERED_PX);
    for (let y = 0; y < WINDOW_PX; y += STEP) {
      for (let x = (y / STEP) % STEP; x < WINDOW_PX; x += STEP) {
        for (let k = 0; k < TAPS; k++) {
          const at = (y + Math.floor(k / SIDE)) * RENDERED_PX + x + (k % SIDE);
          row[k] = rendered[from + 3 * at] - mean;
        }
        equations.add(row, film[filmFrom + 3 * (y * WINDOW_PX + x)] - filmMean, 1);
      }
    }
  }
  return equations.solve(RIDGE);
}

function meanOf(values: Float32Array, from: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[from + 3 * i];
  return sum / count;
}

/** One channel of a window of the photo, filtered: WINDOW_PX² values. */
export function filterWindow(
  rendered: Float32Array,
  from: number,
  filter: SharpnessFilter,
  out: Float32Array,
): void {
  for (let y = 0, i = 0; y < WINDOW_PX; y++) {
    for (let x = 0; x < WINDOW_PX; x++, i++) {
      let sum = 0;
      for (let k = 0; k < TAPS; k++) {
        sum += filter[k] * rendered[from + 3 * ((y + Math.floor(k / SIDE)) * RENDERED_PX + x + (k % SIDE))];
      }
      out[i] = sum;
    }
  }
}
