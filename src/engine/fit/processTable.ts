/**
 * What the Gaussian process of a look adds, tabulated: its smooth part on the hue lattice, its opponent curves over
 * a × lightness and b × lightness. A look is read at tens of thousands of colors, each of which would else be compared
 * with hundreds of learned ones.
 */
import type { RgbSpaceId } from '../color/rgbSpace';
import { HUE_LATTICE_NODES, HueLatticeReader, hueLatticeColors } from './hueLattice';
import { PLACE_VALUES, createColorPlace, type LookKernel } from './lookKernel';

/** OKLab's a and b of all RGB colors lie within ±0.45. */
const ALONG = { from: -0.45, step: 0.005, count: 181 } as const;
/** Opponent curves change little with lightness: a few steps over [0, 1] are enough. */
const LIGHTNESSES = 9;

export class ProcessTable {
  private readonly reader = new HueLatticeReader();
  private readonly smooth = new Float64Array(3 * HUE_LATTICE_NODES);
  private readonly curves: readonly Float64Array[];

  /**
   * @param places PLACE_VALUES a learned color
   * @param alpha 3 weights a learned color
   */
  constructor(kernel: LookKernel, places: Float64Array, alpha: Float64Array, space: RgbSpaceId) {
    const learned = alpha.length / 3;
    const colors = hueLatticeColors();
    const placeOf = createColorPlace(space);
    const place = new Float64Array(PLACE_VALUES);
    for (let node = 0; node < HUE_LATTICE_NODES; node++) {
      placeOf(colors, 3 * node, place, 0);
      for (let j = 0; j < learned; j++) {
        const covariance = kernel.shared(place, 0, places, PLACE_VALUES * j);
        for (let output = 0; output < 3; output++) {
          this.smooth[3 * node + output] += covariance * alpha[3 * j + output];
        }
      }
    }
    this.curves = [1, 2].map((output) => {
      const table = new Float64Array(ALONG.count * LIGHTNESSES);
      for (let l = 0; l < LIGHTNESSES; l++) {
        for (let i = 0; i < ALONG.count; i++) {
          const along = ALONG.from + ALONG.step * i;
          let sum = 0;
          for (let j = 0; j < learned; j++) {
            const at = PLACE_VALUES * j;
            const dl = l / (LIGHTNESSES - 1) - places[at];
            sum += kernel.opponent((along - places[at + output]) ** 2, dl * dl) * alpha[3 * j + output];
          }
          table[l * ALONG.count + i] = sum;
        }
      }
      return table;
    });
  }

  /** Lightness, a and b in ΔE2000 units that are added at a color. @param place of the same color */
  read(rgb: ArrayLike<number>, at: number, place: Float64Array, out: Float64Array): void {
    const { nodes, weights } = this.reader;
    this.reader.locate(rgb, at);
    out.fill(0, 0, 3);
    for (let corner = 0; corner < 64; corner++) {
      const w = weights[corner];
      const node = 3 * nodes[corner];
      for (let output = 0; output < 3; output++) out[output] += w * this.smooth[node + output];
    }
    out[1] += readCurveTable(this.curves[0], place[1], place[0]);
    out[2] += readCurveTable(this.curves[1], place[2], place[0]);
  }
}

/** Bilinear. */
function readCurveTable(table: Float64Array, along: number, lightness: number): number {
  const x = Math.max(0, Math.min(ALONG.count - 1.001, (along - ALONG.from) / ALONG.step));
  const y = Math.max(0, Math.min(LIGHTNESSES - 1.001, lightness * (LIGHTNESSES - 1)));
  const i = Math.floor(x);
  const j = Math.floor(y);
  const low = j * ALONG.count + i;
  const high = low + ALONG.count;
  const below = table[low] + (x - i) * (table[low + 1] - table[low]);
  const above = table[high] + (x - i) * (table[high + 1] - table[high]);
  return below + (y - j) * (above - below);
}
