/**
 * How far a stack is from its targets, and what the sliders would do about it.
 *
 *   E(p) = Σ wᵢ ρ(|Aᵢ (y(xᵢ; p) − tᵢ)|) + ½ α Σ ((pⱼ − neutralⱼ)/σⱼ)² + ½ κ Σ max(0, bound − g·p)²
 *
 * ρ is Huber's loss, ΔE itself beyond HUBER: the mean ΔE is what is wanted, not the mean square.
 */
import type { ProjectionTargets } from './projectionTargets';
import { METRIC_STRIDE } from './localMetric';
import type { LayerAt } from './model/layerModel';
import { parametersOf, type StackModel } from './stackModel';

const HUBER = 0.4;
/** Weight of the prior: small, for it is only there to keep sliders that nothing speaks for at rest. */
const PRIOR = 2e-5;
/** Weight of a curve that rises too little, per squared level over a few levels of input. */
const CONDITION = 2;

/** Colors that go through the derivatives between two pauses. */
const SLICE = 60;

/** E near some sliders, to second order. */
export interface Linearization {
  /** Gradient of E, and the upper triangle (row-major, n×n) of its Gauss–Newton Hessian. */
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

type NormalSums = Linearization;

export interface StackObjective {
  readonly stack: StackModel;
  readonly targets: ProjectionTargets;
  /** E(p). Remembers what goes into every layer, for `costFrom` and `linearize`. */
  readonly cost: (values: Float64Array) => number;
  /** E(p) when only layer `layer` and those above it differ from the last `cost`. Remembers nothing. */
  readonly costFrom: (values: Float64Array, layer: number) => number;
  /** At the parameters of the last call of `cost`; yields between slices of work. */
  readonly linearize: (values: Float64Array) => Generator<void, Linearization, void>;
}

export function stackObjective(stack: StackModel, targets: ProjectionTargets): StackObjective {
  const { count, inputs, weights, metric } = targets;
  const n = stack.parameters.length;
  const depth = stack.layers.length;
  const stages = Array.from({ length: depth + 1 }, (_, k) =>
    k === 0 ? inputs : new Float64Array(3 * count),
  );
  const scratch = [new Float64Array(3 * count), new Float64Array(3 * count)];

  const residual = new Float64Array(3);

  const distanceCost = (output: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const d = localResidual(output, targets.targets, metric, i, residual);
      sum += weights[i] * (d < HUBER ? (d * d) / (2 * HUBER) : d - HUBER / 2);
    }
    return sum;
  };

  const priorCost = (values: Float64Array): number => {
    let sum = 0;
    for (let j = 0; j < n; j++) {
      const z = (values[j] - stack.parameters[j].neutral) / stack.parameters[j].sigma;
      sum += z * z;
    }
    let broken = 0;
    stack.layers.forEach(({ model }, k) => {
      for (const condition of model.conditions) {
        const gap = condition.bound - dot(condition, values, stack.offsets[k]);
        if (gap > 0) broken += gap * gap;
      }
    });
    return 0.5 * PRIOR * sum + 0.5 * CONDITION * broken;
  };

  const cost = (values: Float64Array): number => {
    for (let k = 0; k < depth; k++) {
      stack.layers[k].model.at(parametersOf(stack, values, k)).evaluate(stages[k], stages[k + 1], count);
    }
    return distanceCost(stages[depth]) + priorCost(values);
  };

  const costFrom = (values: Float64Array, layer: number): number => {
    let source = stages[layer];
    for (let k = layer; k < depth; k++) {
      const target = scratch[k % 2];
      stack.layers[k].model.at(parametersOf(stack, values, k)).evaluate(source, target, count);
      source = target;
    }
    return distanceCost(source) + priorCost(values);
  };

  const chain = new Float64Array(9);
  const next = new Float64Array(9);
  const rows = new Float64Array(3 * n);
  const packed: PackedRows = {
    columns: new Int32Array(n),
    r0: new Float64Array(n),
    r1: new Float64Array(n),
    r2: new Float64Array(n),
  };
  const byColor = new Float64Array(9);
  const byParameter = stack.layers.map(({ model }) => new Float64Array(3 * model.parameters.length));

  /** Adds colors from…to − 1 to the normal equations. Apart from the generator: engines optimize plain functions better. */
  const addColors = (layersAt: readonly LayerAt[], from: number, to: number, sums: NormalSums): void => {
    for (let i = from; i < to; i++) {
      const d = localResidual(stages[depth], targets.targets, metric, i, residual);
      const m = METRIC_STRIDE * i;
      chain[0] = metric[m];
      chain[1] = metric[m + 1];
      chain[2] = metric[m + 2];
      chain[3] = chain[6] = chain[7] = 0;
      chain[4] = metric[m + 3];
      chain[5] = metric[m + 4];
      chain[8] = metric[m + 5];
      for (let k = depth - 1; k >= 0; k--) {
        layersAt[k].differentiate(stages[k], i, byColor, byParameter[k]);
        multiply(chain, byParameter[k], byParameter[k].length / 3, rows, n, stack.offsets[k]);
        if (k === 0) break;
        multiply(chain, byColor, 3, next, 3, 0);
        chain.set(next);
      }
      accumulate(rows, residual, n, weights[i] / Math.max(d, HUBER), packed, sums);
    }
  };

  function* linearize(values: Float64Array): Generator<void, Linearization, void> {
    const sums = { gradient: new Float64Array(n), hessian: new Float64Array(n * n) };
    const layersAt = stack.layers.map(({ model }, k) => model.at(parametersOf(stack, values, k)));
    for (let from = 0; from < count; from += SLICE) {
      addColors(layersAt, from, Math.min(from + SLICE, count), sums);
      yield;
    }
    addPrior(stack, values, sums.gradient, sums.hessian);
    return sums;
  }

  return { stack, targets, cost, costFrom, linearize };
}

/** Writes A (y − t) of color i into `residual`; returns its length, the local ΔE2000. */
function localResidual(
  output: Float64Array,
  target: Float64Array,
  metric: Float64Array,
  i: number,
  residual: Float64Array,
): number {
  const e0 = output[3 * i] - target[3 * i];
  const e1 = output[3 * i + 1] - target[3 * i + 1];
  const e2 = output[3 * i + 2] - target[3 * i + 2];
  const m = METRIC_STRIDE * i;
  residual[0] = metric[m] * e0 + metric[m + 1] * e1 + metric[m + 2] * e2;
  residual[1] = metric[m + 3] * e1 + metric[m + 4] * e2;
  residual[2] = metric[m + 5] * e2;
  return Math.sqrt(residual[0] * residual[0] + residual[1] * residual[1] + residual[2] * residual[2]);
}

/** target[:, offset…] = chain (3×3) · matrix (3×columns). */
function multiply(
  chain: Float64Array,
  matrix: Float64Array,
  columns: number,
  target: Float64Array,
  stride: number,
  offset: number,
): void {
  for (let r = 0; r < 3; r++) {
    const c0 = chain[3 * r];
    const c1 = chain[3 * r + 1];
    const c2 = chain[3 * r + 2];
    const at = r * stride + offset;
    for (let j = 0; j < columns; j++) {
      target[at + j] = c0 * matrix[j] + c1 * matrix[columns + j] + c2 * matrix[2 * columns + j];
    }
  }
}

/**
 * Adds JᵀJ and Jᵀr of one color. Most hue ranges and inks do not act on a color: only columns that are not zero are
 * packed together and multiplied.
 */
function accumulate(
  rows: Float64Array,
  residual: Float64Array,
  n: number,
  weight: number,
  packed: PackedRows,
  sums: NormalSums,
): void {
  const { gradient, hessian } = sums;
  const { columns, r0, r1, r2 } = packed;
  let used = 0;
  for (let j = 0; j < n; j++) {
    const j0 = rows[j];
    const j1 = rows[n + j];
    const j2 = rows[2 * n + j];
    if (j0 === 0 && j1 === 0 && j2 === 0) continue;
    columns[used] = j;
    r0[used] = j0;
    r1[used] = j1;
    r2[used] = j2;
    used++;
  }
  const e0 = residual[0];
  const e1 = residual[1];
  const e2 = residual[2];
  for (let a = 0; a < used; a++) {
    const w0 = r0[a] * weight;
    const w1 = r1[a] * weight;
    const w2 = r2[a] * weight;
    gradient[columns[a]] += w0 * e0 + w1 * e1 + w2 * e2;
    const at = columns[a] * n;
    for (let b = a; b < used; b++) hessian[at + columns[b]] += w0 * r0[b] + w1 * r1[b] + w2 * r2[b];
  }
}

interface PackedRows {
  readonly columns: Int32Array;
  readonly r0: Float64Array;
  readonly r1: Float64Array;
  readonly r2: Float64Array;
}

function addPrior(
  stack: StackModel,
  values: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const n = stack.parameters.length;
  stack.parameters.forEach(({ neutral, sigma }, j) => {
    const stiffness = PRIOR / (sigma * sigma);
    gradient[j] += stiffness * (values[j] - neutral);
    hessian[j * n + j] += stiffness;
  });
  stack.layers.forEach(({ model }, k) => {
    for (const condition of model.conditions) {
      const gap = condition.bound - dot(condition, values, stack.offsets[k]);
      if (gap <= 0) continue;
      const first = stack.offsets[k] + condition.first;
      const g = condition.coefficients;
      for (let a = 0; a < g.length; a++) {
        gradient[first + a] -= CONDITION * gap * g[a];
        for (let b = a; b < g.length; b++) hessian[(first + a) * n + first + b] += CONDITION * g[a] * g[b];
      }
    }
  });
}

function dot(
  condition: { readonly first: number; readonly coefficients: Float64Array },
  values: Float64Array,
  offset: number,
): number {
  let sum = 0;
  for (let a = 0; a < condition.coefficients.length; a++) {
    sum += condition.coefficients[a] * values[offset + condition.first + a];
  }
  return sum;
}
