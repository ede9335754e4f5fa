/**
 * What the Gaussian process of a look adds, tabulated: its smooth part on the hue lattice, its opponent curves over
 * a × lightness and b × lightness. A look is read at tens of thousands of colors, each of which would else be compared
 * with hundreds of learned ones.
 */
import type { RgbSpaceId } from '../color/rgbSpace';
import type { Task } from '../task';
import { HueLattice, HueLatticeReader } from './hueLattice';
import { PLACE_VALUES, createColorPlace, type LookKernel } from './lookKernel';

/** OKLab's a and b of all RGB colors lie within ±0.45. */
const ALONG = { from: -0.45, step: 0.005, count: 181 } as const;
/** Opponent curves change little with lightness: a few steps over [0, 1] are enough. */
const LIGHTNESSES = 5;
const NODES_PER_STEP = 300;
/** Fine enough for the reach of the kernel's near term. */
const LATTICE = new HueLattice(21, 11, 24);

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
      for (let j = 0; j < learned; j++) {
        const covariance = kernel.shared(place, 0, places, PLACE_VALUES * j);
        for (let output = 0; output < 3; output++) {
          smooth[3 * node + output] += covariance * alpha[3 * j + output];
        }
      }
      if (node % NODES_PER_STEP === 0) yield { stage: 'fit.look', fraction: (0.7 * node) / LATTICE.nodes };
    }
    const along = opponentCurve(kernel, places, alpha, 1);
    yield { stage: 'fit.look', fraction: 0.85 };
    return new ProcessTable(smooth, [along, opponentCurve(kernel, places, alpha, 2)]);
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
    out[1] = a + readCurveTable(this.curves[0], place[1], place[0]);
    out[2] = b + readCurveTable(this.curves[1], place[2], place[0]);
  }
}

/** What the curve along a (output 1) or b (output 2) adds, by lightness and place along it. */
function opponentCurve(
  kernel: LookKernel,
  places: Float64Array,
  alpha: Float64Array,
  output: 1 | 2,
): Float64Array {
  const table = new Float64Array(ALONG.count * LIGHTNESSES);
  for (let l = 0; l < LIGHTNESSES; l++) {
    for (let i = 0; i < ALONG.count; i++) {
      const along = ALONG.from + ALONG.step * i;
      let sum = 0;
      for (let at = 0, j = output; j < alpha.length; at += PLACE_VALUES, j += 3) {
        const dl = l / (LIGHTNESSES - 1) - places[at];
        const da = along - places[at + output];
        sum += kernel.opponent(da * da, dl * dl) * alpha[j];
      }
      table[l * ALONG.count + i] = sum;
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
