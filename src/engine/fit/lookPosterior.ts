/** The fitted look as a function of color: film prior plus what the Gaussian process learned beside it. */
import type { RgbSpaceId } from '../color/rgbSpace';
import { invertMatrix3, transformVector3, type Matrix3 } from '../color/matrix3';
import type { Task } from '../task';
import { PLACE_VALUES, createColorPlace, createLookKernel, type LookKernelOptions } from './lookKernel';
import type { LookModel } from './lookModel';
import { FRAME_VALUES, createPerceptualFrame } from './perceptualFrame';
import { ProcessTable } from './processTable';

export interface LookPosterior {
  readonly model: LookModel;
  /** PLACE_VALUES a color that was learned from. */
  readonly places: Float64Array;
  /** 3 a color. */
  readonly alpha: Float64Array;
  readonly kernel: LookKernelOptions;
  readonly space: RgbSpaceId;
}

const COLORS_PER_STEP = 512;

/**
 * Maps `count` interleaved encoded colors; results may leave [0, 1].
 * @param source values outside [0, 1] are read as its ends
 */
export function* mapColors(
  posterior: LookPosterior,
  source: ArrayLike<number>,
  target: Float64Array,
  count: number,
): Task<void> {
  const { model, places, alpha, space } = posterior;
  const placeOf = createColorPlace(space);
  const frameAt = createPerceptualFrame(space);
  const process = new ProcessTable(createLookKernel(posterior.kernel), places, alpha, space);
  const place = new Float64Array(PLACE_VALUES);
  const frame = new Float64Array(FRAME_VALUES);
  const added = new Float64Array(3);
  yield { stage: 'fit.bake', fraction: 0 };
  for (let i = 0; i < count; i++) {
    placeOf(source, 3 * i, place, 0);
    process.read(source, 3 * i, place, added);
    model.map(source, 3 * i, target, 3 * i);
    frameAt(target, 3 * i, frame, 0);
    const toRgb = invertMatrix3(Array.from(frame) as unknown as Matrix3);
    const step = transformVector3(toRgb, added[0], added[1], added[2]);
    for (let c = 0; c < 3; c++) target[3 * i + c] += step[c];
    if (i % COLORS_PER_STEP === COLORS_PER_STEP - 1) yield { stage: 'fit.bake', fraction: i / count };
  }
}
