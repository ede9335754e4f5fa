/**
 * From real sliders to whole ones by search, not by rounding each on its own: neighbouring sliders make up for what a
 * rounding takes. First Babai's nearest plane (1986) in the quadratic model of the cost: round the slider that matters
 * most, move all others to their best places given that, and so on. Then single and paired steps of one unit in the
 * quadratic model, and at last single steps judged by the layers' own arithmetic.
 */
import type { Parameter } from './model/layerModel';
import type { Linearization, StackObjective } from './stackObjective';

/** Steps tried in the true arithmetic in a round. */
const MAX_TRIALS = 60;
/** A round that lowers the cost by less is the last. */
const WORTHWHILE = 5e-4;
/** Steps taken in the quadratic model before it is called settled. */
const MAX_MODEL_STEPS = 300;

/**
 * @param rounds of: quadratic model at the whole sliders, steps that it promises, steps that prove true
 * @returns whole sliders; yields between slices of work
 */
export function* roundToIntegers(
  objective: StackObjective,
  values: Float64Array,
  rounds: number,
): Generator<void, Float64Array, void> {
  const { parameters } = objective.stack;
  objective.cost(values);
  const model = yield* objective.linearize(values);
  let best = nearestPlane(values, model, parameters);
  let bestCost = objective.cost(best);
  yield;
  const plain = values.map((value) => Math.round(value));
  if (objective.cost(plain) < bestCost) best = plain;
  yield;
  for (let round = 0; round < rounds; round++) {
    bestCost = objective.cost(best);
    const local = yield* objective.linearize(best);
    const stepped = yield* descendModel(best, local, parameters);
    if (objective.cost(stepped) < bestCost) best = stepped;
    bestCost = objective.cost(best);
    yield;
    const before = bestCost;
    for (const { index, step } of promisingSteps(best, local, parameters)) {
      const old = best[index];
      best[index] = old + step;
      const cost = objective.costFrom(best, layerOf(objective, index));
      if (cost < bestCost) bestCost = objective.cost(best);
      else best[index] = old;
      yield;
    }
    if (before - bestCost < WORTHWHILE) break;
  }
  return best;
}

function layerOf({ stack }: StackObjective, index: number): number {
  let layer = 0;
  while (stack.offsets[layer + 1] <= index) layer++;
  return layer;
}

function nearestPlane(
  values: Float64Array,
  { hessian }: Linearization,
  parameters: readonly Parameter[],
): Float64Array {
  const n = values.length;
  const at = (i: number, j: number): number => hessian[i <= j ? i * n + j : j * n + i];
  // Factored from the slider that matters least; rounded from the other end.
  const order = Array.from({ length: n }, (_, j) => j).sort((i, j) => at(i, i) - at(j, j) || i - j);
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(order[i], order[j]) * (i === j ? 1 + 1e-6 : 1);
      for (let k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * n + j];
    }
  }
  const whole = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let shift = 0;
    for (let k = i + 1; k < n; k++) shift += lower[k * n + i] * (whole[order[k]] - values[order[k]]);
    const { min, max } = parameters[order[i]];
    const center = values[order[i]] - shift / lower[i * n + i];
    // A flat valley may send a slider far away for nothing.
    const near = Math.min(Math.max(center, values[order[i]] - 4), values[order[i]] + 4);
    whole[order[i]] = Math.min(Math.max(Math.round(near), min), max);
  }
  return whole;
}

/** Steepest single step, or step with its best partner, as long as the quadratic model falls. */
function* descendModel(
  start: Float64Array,
  model: Linearization,
  parameters: readonly Parameter[],
): Generator<void, Float64Array, void> {
  const n = start.length;
  const { hessian } = model;
  const at = (i: number, j: number): number => hessian[i <= j ? i * n + j : j * n + i];
  const whole = Float64Array.from(start);
  const gradient = Float64Array.from(model.gradient);
  const allowed = (j: number, step: number): boolean => {
    const next = whole[j] + step;
    return next >= parameters[j].min && next <= parameters[j].max;
  };
  for (let taken = 0; taken < MAX_MODEL_STEPS; taken++) {
    if (taken % 32 === 31) yield;
    let bestGain = -1e-7;
    let move: readonly [number, number, number, number] | null = null;
    for (let i = 0; i < n; i++) {
      for (let si = -1; si <= 1; si += 2) {
        if (!allowed(i, si)) continue;
        const alone = si * gradient[i] + at(i, i) / 2;
        if (alone < bestGain) {
          bestGain = alone;
          move = [i, si, i, 0];
        }
        for (let j = i + 1; j < n; j++) {
          const cross = si * hessian[i * n + j];
          const diagonal = at(j, j) / 2;
          const up = alone + gradient[j] + diagonal + cross;
          const down = alone - gradient[j] + diagonal - cross;
          const sj = up < down ? 1 : -1;
          const gain = Math.min(up, down);
          if (gain < bestGain && allowed(j, sj)) {
            bestGain = gain;
            move = [i, si, j, sj];
          }
        }
      }
    }
    if (!move) break;
    const [i, si, j, sj] = move;
    whole[i] += si;
    whole[j] += sj;
    for (let k = 0; k < n; k++) gradient[k] += si * at(i, k) + sj * at(j, k);
  }
  return whole;
}

function promisingSteps(
  values: Float64Array,
  { gradient, hessian }: Linearization,
  parameters: readonly Parameter[],
): readonly { readonly index: number; readonly step: number }[] {
  const n = values.length;
  return Array.from({ length: 2 * n }, (_, k) => {
    const index = k >> 1;
    const step = k % 2 === 0 ? -1 : 1;
    return { index, step, promise: step * gradient[index] + hessian[index * n + index] / 2 };
  })
    .filter(({ index, step }) => {
      const next = values[index] + step;
      return next >= parameters[index].min && next <= parameters[index].max;
    })
    .sort((a, b) => a.promise - b.promise || a.index - b.index || a.step - b.step)
    .slice(0, MAX_TRIALS);
}
