/**
 * What the Gaussian process of a look adds, tabulated: its smooth part on the hue lattice, its opponent curves over
 * CIELAB's a × lightness and b × lightness. A look is read at tens of thousands of colors, each of which would else be
 * compared with hundreds of learned ones.
 */
import type { RgbSpaceId } from '../color/rgbSpace';
import type { Task } from '../task';
import { HueLattice, HueLatticeReader } from './hueLattice';
import {
  OPPONENT_AT,
  OPPONENT_SCALE_AT,
  PLACE_VALUES,
  createColorPlace,
  type LookKernel,
} from './lookKernel';

/** CIELAB's a and b of all colors of the wide spaces lie within ±150. */
const ALONG = { from: -150, step: 1.5, count: 201 } as const;
/** Steps over OKLab's lightness in [0, 1]. */
const LIGHTNESSES = 17;
const NODES_PER_STEP = 300;
/** Fine enough for the reach of the kernel's near term. */
const LATTICE = new HueLattice(25, 13, 24);

export class ProcessTable {
  private readonly reader = new HueLatticeReader(LATTICE);

  private constructor(
    private readonly smooth: Float64Array,
    private readonly curves: readonly [Float64Array, Float64Array],
  ) {}

  /**
   * @param places PLACE_VALUES a learned color
   * @param alpha 3 weights a learned color
   */
  static *of(
    kernel: LookKernel,
    places: Float64Array,
    alpha: Float64Array,
    space: RgbSpaceId,
  ): Task<ProcessTable> {
    const learned = alpha.length / 3;
    const colors = LATTICE.colors();
    const placeOf = createColorPlace(space);
    const place = new Float64Array(PLACE_VALUES);
    const smooth = new Float64Array(3 * LATTICE.nodes);
    for (let node = 0; node < LATTICE.nodes; node++) {
      placeOf(colors, 3 * node, place, 0);
      let l = 0;
      let a = 0;
      let b = 0;
      for (let j = 0; j < learned; j++) {
        const at = PLACE_VALUES * j;
        const covariance = kernel.shared(place, 0, places, at);
        l += (covariance + kernel.tone(place[0] - places[at])) * alpha[3 * j];
        a += covariance * alpha[3 * j + 1];
        b += covariance * alpha[3 * j + 2];
      }
      smooth[3 * node] = l;
      smooth[3 * node + 1] = a;
      smooth[3 * node + 2] = b;
      if (node % NODES_PER_STEP === 0) yield { stage: 'fit.look', fraction: (0.7 * node) / LATTICE.nodes };
    }
    const alongA = opponentCurve(kernel, places, alpha, 0);
    yield { stage: 'fit.look', fraction: 0.85 };
    return new ProcessTable(smooth, [alongA, opponentCurve(kernel, places, alpha, 1)]);
  }

  /**
   * Lightness, a and b in ΔE2000 units that are added at a color.
   * @param rgb encoded color at `at`
   * @param place of the same color
   */
  read(rgb: ArrayLike<number>, at: number, place: Float64Array, out: Float64Array): void {
    const { smooth, reader } = this;
    const { nodes, weights } = reader;
    reader.locate(rgb, at);
    let l = 0;
    let a = 0;
    let b = 0;
    for (let corner = 0; corner < 64; corner++) {
      const w = weights[corner];
      const node = 3 * nodes[corner];
      l += w * smooth[node];
      a += w * smooth[node + 1];
      b += w * smooth[node + 2];
    }
    out[0] = l;
    out[1] = a + place[OPPONENT_SCALE_AT] * readCurveTable(this.curves[0], place[OPPONENT_AT], place[0]);
    out[2] =
      b + place[OPPONENT_SCALE_AT + 1] * readCurveTable(this.curves[1], place[OPPONENT_AT + 1], place[0]);
  }
}

/** What the curve along a (channel 0) or b (channel 1) adds, by lightness and place along it, in CIELAB units. */
function opponentCurve(
  kernel: LookKernel,
  places: Float64Array,
  alpha: Float64Array,
  channel: 0 | 1,
): Float64Array {
  const table = new Float64Array(ALONG.count * LIGHTNESSES);
  const along = new Float64Array(ALONG.count);
  for (let at = 0, j = 1 + channel; j < alpha.length; at += PLACE_VALUES, j += 3) {
    const weight = alpha[j] * places[at + OPPONENT_SCALE_AT + channel];
    for (let i = 0; i < ALONG.count; i++) {
      along[i] = kernel.opponentAlong(ALONG.from + ALONG.step * i - places[at + OPPONENT_AT + channel]);
    }
    for (let l = 0; l < LIGHTNESSES; l++) {
      const across = weight * kernel.opponentAcross(l / (LIGHTNESSES - 1) - places[at]);
      if (across === 0) continue;
      const row = l * ALONG.count;
      for (let i = 0; i < ALONG.count; i++) table[row + i] += across * along[i];
    }
  }
  return table;
}

/** Bilinear. */
function readCurveTable(table: Float64Array, along: number, lightness: number): number {
  const x = clip((along - ALONG.from) / ALONG.step, ALONG.count - 1.001);
  const y = clip(lightness * (LIGHTNESSES - 1), LIGHTNESSES - 1.001);
  const i = x | 0;
  const j = y | 0;
  const low = j * ALONG.count + i;
  const high = low + ALONG.count;
  const below = table[low] + (x - i) * (table[low + 1] - table[low]);
  const above = table[high] + (x - i) * (table[high + 1] - table[high]);
  return below + (y - j) * (above - below);
}

function clip(value: number, top: number): number {
  return value > 0 ? (value < top ? value : top) : 0;
}
