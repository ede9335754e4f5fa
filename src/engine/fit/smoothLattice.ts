/**
 * A smooth lattice of RGB offsets through scattered colors: trilinear interpolation, biharmonic smoothness (second
 * differences with the mixed ones), a small pull to zero; solved by conjugate gradients with Jacobi preconditioner,
 * coarse to fine (5, 9, 17 nodes along an axis). The classical regularized lattice fit of device characterization
 * (Garcia, Arora and Gupta, "Lattice regression", 2009, with a biharmonic regularizer).
 */
import type { Task } from '../task';

export interface SmoothLatticeData {
  readonly count: number;
  /** 3 a row: where, encoded RGB in [0, 1]. */
  readonly at: Float64Array;
  /** 3 a row: the offsets wanted there. */
  readonly offset: Float64Array;
  readonly weight: Float64Array;
  /** METRIC_VALUES a row; see colorMetric.ts. */
  readonly metric: Float64Array;
}

export interface SmoothLatticeOptions {
  /** Weight of the integrated squared second derivatives. @default 3e-6 */
  readonly smoothness?: number;
  /** Weight of the integrated squared offsets. @default 1e-5 */
  readonly pullToZero?: number;
  /** Nodes along an axis, coarse to fine; each 2·n − 1 of the one before. @default [5, 9, 17] */
  readonly sizes?: readonly number[];
}

const MAX_ITERATIONS = 120;
const RELATIVE_TOLERANCE = 1e-4;
const ITERATIONS_PER_STEP = 4;

/** @returns 3 · size³ offsets on the finest lattice, red fastest */
export function* fitSmoothLattice(
  data: SmoothLatticeData,
  options: SmoothLatticeOptions = {},
): Task<{ readonly size: number; readonly offsets: Float64Array }> {
  const sizes = options.sizes ?? [5, 9, 17];
  let offsets = new Float64Array(3 * sizes[0] ** 3);
  for (let level = 0; level < sizes.length; level++) {
    const size = sizes[level];
    if (level > 0) offsets = refine(offsets, sizes[level - 1], size);
    const system = new LatticeSystem(data, size, options.smoothness ?? 3e-6, options.pullToZero ?? 1e-5);
    yield* solve(system, offsets);
  }
  return { size: sizes[sizes.length - 1], offsets };
}

/** Trilinear prolongation to another lattice. */
function refine(coarse: Float64Array, from: number, to: number): Float64Array<ArrayBuffer> {
  const fine = new Float64Array(3 * to ** 3);
  let i = 0;
  for (let b = 0; b < to; b++) {
    for (let g = 0; g < to; g++) {
      for (let r = 0; r < to; r++, i += 3) {
        forEachCorner(r / (to - 1), g / (to - 1), b / (to - 1), from, (node, w) => {
          for (let c = 0; c < 3; c++) fine[i + c] += w * coarse[3 * node + c];
        });
      }
    }
  }
  return fine;
}

function forEachCorner(
  red: number,
  green: number,
  blue: number,
  size: number,
  visit: (node: number, weight: number) => void,
): void {
  const last = size - 1;
  const index = [red, green, blue].map((t) => Math.max(0, Math.min(last - 1, Math.floor(t * last))));
  const mix = [red, green, blue].map((t, c) => Math.max(0, Math.min(1, t * last - index[c])));
  for (let corner = 0; corner < 8; corner++) {
    const dr = corner & 1;
    const dg = (corner >> 1) & 1;
    const db = corner >> 2;
    const w = (dr ? mix[0] : 1 - mix[0]) * (dg ? mix[1] : 1 - mix[1]) * (db ? mix[2] : 1 - mix[2]);
    visit(index[0] + dr + size * (index[1] + dg + size * (index[2] + db)), w);
  }
}

class LatticeSystem {
  readonly right: Float64Array;
  readonly diagonal: Float64Array;
  private readonly corners: Int32Array;
  private readonly mixes: Float64Array;
  private readonly forms: Float64Array;
  private readonly smooth: number;
  private readonly pull: number;

  constructor(
    data: SmoothLatticeData,
    readonly size: number,
    smoothness: number,
    pullToZero: number,
  ) {
    const nodes = size ** 3;
    const step = 1 / (size - 1);
    // ∫ (∂²u)² ≈ Σ (second difference / h²)² · h³, and ∫ u² ≈ Σ u² · h³.
    this.smooth = smoothness / step;
    this.pull = pullToZero * step ** 3;
    this.right = new Float64Array(3 * nodes);
    this.diagonal = new Float64Array(3 * nodes).fill(this.pull + this.smooth * 30);
    this.corners = new Int32Array(8 * data.count);
    this.mixes = new Float64Array(8 * data.count);
    this.forms = new Float64Array(6 * data.count);
    let total = 0;
    for (let i = 0; i < data.count; i++) total += data.weight[i] * traceOf(data.metric, i);
    const scale = total > 0 ? 3 / total : 0;
    for (let i = 0; i < data.count; i++) {
      const forms = this.forms;
      for (let k = 0; k < 6; k++) forms[6 * i + k] = data.metric[6 * i + k] * data.weight[i] * scale;
      const x = data.offset[3 * i];
      const y = data.offset[3 * i + 1];
      const z = data.offset[3 * i + 2];
      const f = 6 * i;
      const rx = forms[f] * x + forms[f + 3] * y + forms[f + 4] * z;
      const ry = forms[f + 3] * x + forms[f + 1] * y + forms[f + 5] * z;
      const rz = forms[f + 4] * x + forms[f + 5] * y + forms[f + 2] * z;
      let k = 8 * i;
      forEachCorner(data.at[3 * i], data.at[3 * i + 1], data.at[3 * i + 2], size, (node, w) => {
        this.corners[k] = 3 * node;
        this.mixes[k++] = w;
        this.right[3 * node] += w * rx;
        this.right[3 * node + 1] += w * ry;
        this.right[3 * node + 2] += w * rz;
        for (let c = 0; c < 3; c++) this.diagonal[3 * node + c] += w * w * forms[f + c];
      });
    }
  }

  /** out = A · u */
  multiply(u: Float64Array, out: Float64Array): void {
    for (let i = 0; i < u.length; i++) out[i] = this.pull * u[i];
    const { corners, mixes, forms } = this;
    for (let i = 0, f = 0; f < forms.length; i += 8, f += 6) {
      let x = 0;
      let y = 0;
      let z = 0;
      for (let k = i; k < i + 8; k++) {
        const n = corners[k];
        const w = mixes[k];
        x += w * u[n];
        y += w * u[n + 1];
        z += w * u[n + 2];
      }
      const rx = forms[f] * x + forms[f + 3] * y + forms[f + 4] * z;
      const ry = forms[f + 3] * x + forms[f + 1] * y + forms[f + 5] * z;
      const rz = forms[f + 4] * x + forms[f + 5] * y + forms[f + 2] * z;
      for (let k = i; k < i + 8; k++) {
        const n = corners[k];
        const w = mixes[k];
        out[n] += w * rx;
        out[n + 1] += w * ry;
        out[n + 2] += w * rz;
      }
    }
    const strides = [3, 3 * this.size, 3 * this.size * this.size];
    for (let a = 0; a < 3; a++) {
      this.addSecondDifferences(u, out, strides[a], a);
      for (let b = a + 1; b < 3; b++) this.addMixedDifferences(u, out, strides[a], a, strides[b], b);
    }
  }

  private addSecondDifferences(u: Float64Array, out: Float64Array, stride: number, axis: number): void {
    const n = this.size;
    for (let b = 0; b < n; b++) {
      for (let g = 0; g < n; g++) {
        for (let r = 0; r < n; r++) {
          const along = axis === 0 ? r : axis === 1 ? g : b;
          if (along === 0 || along === n - 1) continue;
          const node = 3 * (r + n * (g + n * b));
          for (let i = node; i < node + 3; i++) {
            const d = this.smooth * (u[i - stride] - 2 * u[i] + u[i + stride]);
            out[i - stride] += d;
            out[i] -= 2 * d;
            out[i + stride] += d;
          }
        }
      }
    }
  }

  private addMixedDifferences(
    u: Float64Array,
    out: Float64Array,
    strideA: number,
    axisA: number,
    strideB: number,
    axisB: number,
  ): void {
    const n = this.size;
    const last = [n, n, n];
    last[axisA] = n - 1;
    last[axisB] = n - 1;
    for (let b = 0; b < last[2]; b++) {
      for (let g = 0; g < last[1]; g++) {
        for (let r = 0; r < last[0]; r++) {
          const node = 3 * (r + n * (g + n * b));
          for (let i = node; i < node + 3; i++) {
            const d = 2 * this.smooth * (u[i] - u[i + strideA] - u[i + strideB] + u[i + strideA + strideB]);
            out[i] += d;
            out[i + strideA] -= d;
            out[i + strideB] -= d;
            out[i + strideA + strideB] += d;
          }
        }
      }
    }
  }
}

function traceOf(metric: Float64Array, row: number): number {
  return metric[6 * row] + metric[6 * row + 1] + metric[6 * row + 2];
}

function* solve(system: LatticeSystem, u: Float64Array): Task<void> {
  const n = u.length;
  const residual = new Float64Array(n);
  const direction = new Float64Array(n);
  const product = new Float64Array(n);
  system.multiply(u, product);
  let rz = 0;
  let start = 0;
  for (let i = 0; i < n; i++) {
    residual[i] = system.right[i] - product[i];
    direction[i] = residual[i] / system.diagonal[i];
    rz += residual[i] * direction[i];
    start += (system.right[i] * system.right[i]) / system.diagonal[i];
  }
  for (let iteration = 0; iteration < MAX_ITERATIONS && rz > RELATIVE_TOLERANCE ** 2 * start; iteration++) {
    system.multiply(direction, product);
    let curvature = 0;
    for (let i = 0; i < n; i++) curvature += direction[i] * product[i];
    const alpha = rz / curvature;
    let next = 0;
    for (let i = 0; i < n; i++) {
      u[i] += alpha * direction[i];
      residual[i] -= alpha * product[i];
      next += (residual[i] * residual[i]) / system.diagonal[i];
    }
    const beta = next / rz;
    rz = next;
    for (let i = 0; i < n; i++) direction[i] = residual[i] / system.diagonal[i] + beta * direction[i];
    if (iteration % ITERATIONS_PER_STEP === 0)
      yield { stage: 'fit.lattice', fraction: iteration / MAX_ITERATIONS };
  }
}
