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

/** Iterations over few colors and then over all: the valleys are long, and more than these gain less than 1 %. */
const ITERATIONS: Readonly<Record<LayerDesign, { readonly coarse: number; readonly full: number }>> = {
  classic: { coarse: 40, full: 30 },
  extended: { coarse: 25, full: 16 },
};

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
  const iterations = ITERATIONS[design];
  yield* steps(gaussNewton(coarse, values, { maxIterations: iterations.coarse, tolerance: 2e-4 }), 0.2);
  const objective = stackObjective(stack, targets);
  yield* steps(gaussNewton(objective, values, { maxIterations: iterations.full, tolerance: 1e-3 }), 0.4);
  const whole = yield* steps(roundToIntegers(objective, values, 1), 0.8);
  // The other layers are whole now, with the roundings that Photoshop gives them: Curves make up for that.
  const refined = Float64Array.from(whole);
  const isCurve = curveParameters(stack);
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

/** Whether slider j of the stack is a point of a curve. */
function curveParameters(stack: StackModel): (j: number) => boolean {
  const isCurve = stack.layers.flatMap(({ model }) => {
    const { kind } = model.toAdjustment(Float64Array.from(model.parameters, ({ neutral }) => neutral));
    return model.parameters.map(() => kind === 'curves');
  });
  return (j) => isCurve[j];
}

/** Master saturation −100 in the lowest Hue/Saturation layer; the layers above it tone the grays. */
function desaturate(stack: StackModel, values: Float64Array): void {
  const lowest = stack.layers.findIndex(({ model }) => model.masterSaturation !== undefined);
  values[stack.offsets[lowest] + (stack.layers[lowest].model.masterSaturation ?? 0)] = -100;
}

function isNeutral({ inputs, targets }: ProjectionTargets): boolean {
  return inputs.every((value, i) => Math.abs(value - targets[i]) < NEUTRAL_SHIFT);
}
