/**
 * The look as a linear Gaussian model over the film prior: y = x + μ(x) + Σ aₖ·φₖ(x), a ~ N(0, 1). Holds the current
 * coefficients as one lattice, so that the look and its slopes are cheap to read anywhere.
 */
import { latticeColors } from '../render/bakeLut';
import { PRIOR_LATTICE, type FilmPrior } from './filmPrior';
import { HueLatticeReader } from './hueLattice';

const SLOPE_STEP = 0.004;

export class LookModel {
  readonly coefficients: Float64Array;
  /** μ + Σ aₖ·φₖ at the nodes of the prior's lattice: what the look adds to a color. */
  readonly offsets: Float64Array;
  private readonly reader = new HueLatticeReader(PRIOR_LATTICE);
  private readonly probe = new Float64Array(3);
  private readonly high = new Float64Array(3);
  private readonly low = new Float64Array(3);

  constructor(readonly prior: FilmPrior) {
    this.coefficients = new Float64Array(prior.components);
    this.offsets = Float64Array.from(prior.mean);
  }

  setCoefficients(coefficients: ArrayLike<number>): void {
    const { components, basis, mean } = this.prior;
    for (let k = 0; k < components; k++) this.coefficients[k] = coefficients[k];
    for (let i = 0; i < mean.length; i++) {
      let sum = mean[i];
      const from = i * components;
      for (let k = 0; k < components; k++) sum += basis[from + k] * this.coefficients[k];
      this.offsets[i] = sum;
    }
  }

  /** Mean offset μ(x) and the three rows of φ(x), each `stride` long from `offset` on. */
  features(rgb: ArrayLike<number>, at: number, mean: Float64Array, rows: Float64Array, stride: number): void {
    const { components, basis, mean: means } = this.prior;
    const { nodes, weights } = this.reader;
    this.reader.locate(rgb, at);
    mean.fill(0);
    for (let c = 0; c < 3; c++) rows.fill(0, c * stride, c * stride + components);
    for (let corner = 0; corner < 64; corner++) {
      const w = weights[corner];
      if (w === 0) continue;
      for (let c = 0; c < 3; c++) {
        const value = 3 * nodes[corner] + c;
        mean[c] += w * means[value];
        const from = value * components;
        const to = c * stride;
        for (let k = 0; k < components; k++) rows[to + k] += w * basis[from + k];
      }
    }
  }

  /** The mapped color: x + offsets(x). */
  map(rgb: ArrayLike<number>, at: number, out: Float64Array, to: number): void {
    const { nodes, weights } = this.reader;
    this.reader.locate(rgb, at);
    const { offsets } = this;
    let r = 0;
    let g = 0;
    let b = 0;
    for (let corner = 0; corner < 64; corner++) {
      const w = weights[corner];
      const i = 3 * nodes[corner];
      r += w * offsets[i];
      g += w * offsets[i + 1];
      b += w * offsets[i + 2];
    }
    out[to] = rgb[at] + r;
    out[to + 1] = rgb[at + 1] + g;
    out[to + 2] = rgb[at + 2] + b;
  }

  /** Jacobian of `map`, row-major 3×3: derivatives of red, green and blue by the three inputs. */
  slopes(rgb: ArrayLike<number>, at: number, out: Float64Array): void {
    for (let input = 0; input < 3; input++) {
      for (let c = 0; c < 3; c++) this.probe[c] = rgb[at + c];
      this.probe[input] = Math.min(1, rgb[at + input] + SLOPE_STEP);
      const top = this.probe[input];
      this.map(this.probe, 0, this.high, 0);
      this.probe[input] = Math.max(0, rgb[at + input] - SLOPE_STEP);
      const step = top - this.probe[input];
      this.map(this.probe, 0, this.low, 0);
      for (let c = 0; c < 3; c++) out[3 * c + input] = (this.high[c] - this.low[c]) / step;
    }
  }

  /** What the look adds at the nodes of a lattice along R, G and B, red fastest: 3 · size³ values. */
  latticeOffsets(size: number): Float64Array {
    const result = Float64Array.from(latticeColors(size));
    for (let i = 0; i < result.length; i += 3) {
      for (let c = 0; c < 3; c++) this.probe[c] = result[i + c];
      this.map(this.probe, 0, result, i);
      for (let c = 0; c < 3; c++) result[i + c] -= this.probe[c];
    }
    return result;
  }
}
