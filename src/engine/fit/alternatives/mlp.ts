/**
 * A small multilayer perceptron, 3 → 24 → 24 → 3 with tanh, on the offsets from identity: Adam (Kingma and Ba 2015) on
 * mini-batches with decoupled weight decay, a fixed number of epochs with a cosine schedule, seeded.
 */
import { seededRandom } from '../../math/random';
import type { ColorFunction, Regressor } from './regressor';

const HIDDEN = 24;
/** Examples that training looks at in all: half a second, however many bins there are. */
const EXAMPLES = 64_000;
const BATCH = 32;
const RATE = 0.01;
const DECAY = 1e-4;
const SEED = 1986;

/** Where each layer's weights begin: rows of inputs, then the bias. */
const LAYERS = [
  { inputs: 3, outputs: HIDDEN },
  { inputs: HIDDEN, outputs: HIDDEN },
  { inputs: HIDDEN, outputs: 3 },
] as const;
const OFFSETS = LAYERS.map((_, k) =>
  LAYERS.slice(0, k).reduce((sum, { inputs, outputs }) => sum + outputs * (inputs + 1), 0),
);
const WEIGHTS = OFFSETS[2] + 3 * (HIDDEN + 1);

export const mlp: Regressor = function* (bins) {
  const random = seededRandom(SEED);
  const net = new Float64Array(WEIGHTS);
  LAYERS.forEach(({ inputs, outputs }, k) => {
    for (let i = 0; i < outputs * (inputs + 1); i++) {
      // The last layer starts near "unchanged"; biases at zero.
      const isBias = i % (inputs + 1) === inputs;
      net[OFFSETS[k] + i] = isBias ? 0 : (random.normal() / Math.sqrt(inputs)) * (k === 2 ? 0.1 : 1);
    }
  });
  const state = activations();
  const gradient = new Float64Array(WEIGHTS);
  const first = new Float64Array(WEIGHTS);
  const second = new Float64Array(WEIGHTS);
  const steps = Math.floor(EXAMPLES / BATCH);
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (let k = 0; k < BATCH; k++) {
      const i = Math.floor(random.uniform() * bins.count);
      forward(net, bins.digital, 3 * i, state);
      for (let c = 0; c < 3; c++) {
        const wanted = bins.film[3 * i + c] - bins.digital[3 * i + c];
        state.deltas[2][c] = (bins.weight[i] * (state.values[3][c] - wanted)) / BATCH;
      }
      backward(net, state, gradient);
    }
    const rate = (RATE * (1 + Math.cos((Math.PI * step) / steps))) / 2;
    for (let w = 0; w < WEIGHTS; w++) {
      first[w] = 0.9 * first[w] + 0.1 * gradient[w];
      second[w] = 0.999 * second[w] + 0.001 * gradient[w] * gradient[w];
      const m = first[w] / (1 - 0.9 ** step);
      const v = second[w] / (1 - 0.999 ** step);
      net[w] -= rate * (m / (Math.sqrt(v) + 1e-8) + DECAY * net[w]);
    }
    if (step % 64 === 0) yield { stage: 'fit', fraction: step / steps };
  }
  const map: ColorFunction = (source, target, count) => {
    for (let i = 0; i < 3 * count; i += 3) {
      forward(net, source, i, state);
      for (let c = 0; c < 3; c++) target[i + c] = source[i + c] + state.values[3][c];
    }
  };
  return map;
};

interface Activations {
  /** What goes into each layer, and last what comes out. */
  readonly values: readonly Float64Array[];
  /** Derivatives of the loss by each layer's sums. */
  readonly deltas: readonly Float64Array[];
}

function activations(): Activations {
  return {
    values: [3, HIDDEN, HIDDEN, 3].map((n) => new Float64Array(n)),
    deltas: [HIDDEN, HIDDEN, 3].map((n) => new Float64Array(n)),
  };
}

function forward(net: Float64Array, colors: ArrayLike<number>, at: number, { values }: Activations): void {
  for (let c = 0; c < 3; c++) values[0][c] = 2 * colors[at + c] - 1;
  LAYERS.forEach(({ inputs, outputs }, k) => {
    for (let o = 0; o < outputs; o++) {
      const row = OFFSETS[k] + o * (inputs + 1);
      let sum = net[row + inputs];
      for (let i = 0; i < inputs; i++) sum += net[row + i] * values[k][i];
      values[k + 1][o] = k === 2 ? sum : Math.tanh(sum);
    }
  });
}

function backward(net: Float64Array, { values, deltas }: Activations, gradient: Float64Array): void {
  for (let k = 2; k >= 0; k--) {
    const { inputs, outputs } = LAYERS[k];
    if (k > 0) deltas[k - 1].fill(0);
    for (let o = 0; o < outputs; o++) {
      const row = OFFSETS[k] + o * (inputs + 1);
      const delta = deltas[k][o];
      gradient[row + inputs] += delta;
      for (let i = 0; i < inputs; i++) {
        gradient[row + i] += delta * values[k][i];
        if (k > 0) deltas[k - 1][i] += delta * net[row + i];
      }
    }
    if (k > 0) for (let i = 0; i < inputs; i++) deltas[k - 1][i] *= 1 - values[k][i] ** 2;
  }
}
