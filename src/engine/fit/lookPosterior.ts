/** The fitted look as a function of color: film prior plus what the Gaussian process learned beside it. */
import type { RgbSpaceId } from '../color/rgbSpace';
import type { Task } from '../task';
import { PLACE_VALUES, createColorPlace } from './lookKernel';
import type { LookModel } from './lookModel';
import { FRAME_VALUES, createPerceptualFrame } from './perceptualFrame';
import type { ProcessTable } from './processTable';

export interface LookPosterior {
  readonly model: LookModel;
  /** Beside the prior, in the perceptual frame of what the prior gives. */
  readonly process: ProcessTable;
  readonly space: RgbSpaceId;
}

const COLORS_PER_STEP = 512;

/**
 * Maps `count` interleaved encoded colors; results may leave [0, 1].
 * @param source values outside [0, 1] are read as its ends
 */
export function* mapColors(
  { model, process, space }: LookPosterior,
  source: ArrayLike<number>,
  target: Float64Array,
  count: number,
): Task<void> {
  const placeOf = createColorPlace(space);
  const frameAt = createPerceptualFrame(space);
  const place = new Float64Array(PLACE_VALUES);
  const frame = new Float64Array(FRAME_VALUES);
  const added = new Float64Array(3);
  for (let i = 0; i < count; i++) {
    placeOf(source, 3 * i, place, 0);
    process.read(source, 3 * i, place, added);
    model.map(source, 3 * i, target, 3 * i);
    frameAt(target, 3 * i, frame, 0);
    addSolution(frame, added, target, 3 * i);
    if (i % COLORS_PER_STEP === COLORS_PER_STEP - 1) yield { stage: 'fit.bake', fraction: i / count };
  }
}

/** Adds the x of f·x = v, f row-major, to `out` from `at` on: by Cramer's rule, as sums of cross products of the rows. */
function addSolution(f: Float64Array, v: Float64Array, out: Float64Array, at: number): void {
  const x0 = f[4] * f[8] - f[5] * f[7];
  const y0 = f[5] * f[6] - f[3] * f[8];
  const z0 = f[3] * f[7] - f[4] * f[6];
  const scale = 1 / (f[0] * x0 + f[1] * y0 + f[2] * z0);
  const [a, b, c] = [v[0] * scale, v[1] * scale, v[2] * scale];
  out[at] += a * x0 + b * (f[2] * f[7] - f[1] * f[8]) + c * (f[1] * f[5] - f[2] * f[4]);
  out[at + 1] += a * y0 + b * (f[0] * f[8] - f[2] * f[6]) + c * (f[2] * f[3] - f[0] * f[5]);
  out[at + 2] += a * z0 + b * (f[1] * f[6] - f[0] * f[7]) + c * (f[0] * f[4] - f[1] * f[3]);
}
