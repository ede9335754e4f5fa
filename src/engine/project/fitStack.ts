/** Fits the layers of one design to a mapping of colors: start, refine, round. */
import type { AdjustmentLayer } from '../adjustments';
import type { RgbSpaceId } from '../color/rgbSpace';
import type { Mapper } from '../render/mapper';
import type { ColorSamples } from '../sample/colorSamples';
import type { Step, Task } from '../task';
import { gaussNewton } from './gaussNewton';
import { isMonochrome } from './isMonochrome';
import { projectionTargets, thinned, type ProjectionTargets } from './projectionTargets';
import { roundToIntegers } from './roundToIntegers';
import { createStackDesign, type LayerDesign } from './stackDesigns';
import { neutralParameters, toAdjustmentLayers, type StackModel } from './stackModel';
import { stackObjective } from './stackObjective';

/** A look that moves no color by more than this (a quarter of an 8-bit level) is no look. */
const NEUTRAL_SHIFT = 1 / 1020;

/** Colors that the first part of the search looks at. */
const COARSE_COLORS = 240;

/** Iterations over all colors. */
const LAST_ITERATIONS: Readonly<Record<LayerDesign, number>> = { classic: 10, extended: 8 };

export function* fitStack(
  look: Mapper,
  space: RgbSpaceId,
  samples: readonly ColorSamples[],
  design: LayerDesign,
): Task<AdjustmentLayer[]> {
  const stack = createStackDesign(design);
  const values = neutralParameters(stack);
  const targets = projectionTargets(look, space, samples);
  yield { stage: 'project', fraction: 0.05 };
  if (isNeutral(targets)) return toAdjustmentLayers(stack, values);
  // Far from the goal few colors show the way as well as all of them.
  const coarse = stackObjective(
    stack,
    thinned(targets, Math.max(1, Math.round(targets.count / COARSE_COLORS))),
  );
  // Gray film: no chain of small steps leads there, so begin there.
  if (isMonochrome(targets)) desaturate(stack, values);
  const isOpening = (j: number): boolean => j < stack.offsets[1];
  yield* steps(gaussNewton(coarse, values, { maxIterations: 25, tolerance: 5e-4 }), 0.2);
  const objective = stackObjective(stack, targets);
  yield* steps(
    gaussNewton(objective, values, { maxIterations: LAST_ITERATIONS[design], tolerance: 1e-3 }),
    0.4,
  );
  const whole = yield* steps(roundToIntegers(objective, values, 1), 0.8);
  // The other layers are whole now, with the roundings that Photoshop gives them: Curves make up for that.
  const refined = Float64Array.from(whole);
  const isCurve = (j: number): boolean => isOpening(j) || j >= stack.offsets[stack.layers.length - 1];
  yield* steps(gaussNewton(objective, refined, { maxIterations: 3, tolerance: 1e-3, isFree: isCurve }), 0.85);
  const again = yield* steps(roundToIntegers(objective, refined, 2), 0.9);
  return toAdjustmentLayers(stack, objective.cost(again) < objective.cost(whole) ? again : whole);
}

function* steps<T>(part: Generator<void, T, void>, fraction: number): Generator<Step, T, void> {
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    yield { stage: 'project', fraction };
  }
}

/** Master saturation −100 in every Hue/Saturation layer. */
function desaturate(stack: StackModel, values: Float64Array): void {
  stack.layers.forEach(({ model }, k) => {
    if (model.masterSaturation !== undefined) values[stack.offsets[k] + model.masterSaturation] = -100;
  });
}

function isNeutral({ inputs, targets }: ProjectionTargets): boolean {
  return inputs.every((value, i) => Math.abs(value - targets[i]) < NEUTRAL_SHIFT);
}
