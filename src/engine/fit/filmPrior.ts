/**
 * What film looks are like before any pair has been seen: mean and principal components of a bank of synthesized looks
 * (scripts/filmPrior), as offsets on a lattice over the encoded RGB cube, read by cubic convolution.
 *
 * A look is y = x + μ(x) + Σ aₖ·φₖ(x) with aₖ ~ N(0, 1). The bank is in sRGB; in other spaces it is read in that
 * space's own encoded values, where film does much the same.
 */
import { decodeBase64 } from '../math/decodeBase64';
import prior from './filmPrior.json';

export type FilmPriorKind = 'color' | 'monochrome';

export interface FilmPrior {
  /** Nodes along an axis. */
  readonly size: number;
  readonly components: number;
  /** 3 a node, red fastest. */
  readonly mean: Float32Array;
  /** Node by node, channel by channel: `components` values scaled to unit variance of their coefficients. */
  readonly basis: Float32Array;
}

const cache = new Map<FilmPriorKind, FilmPrior>();

export function filmPrior(kind: FilmPriorKind): FilmPrior {
  let unpacked = cache.get(kind);
  if (!unpacked) cache.set(kind, (unpacked = unpack(prior.size, prior[kind])));
  return unpacked;
}

/** Bytes of the file: the mean as little-endian int16, then each component as int8; each with its own step. */
function unpack(
  size: number,
  packed: { readonly scales: readonly number[]; readonly data: string },
): FilmPrior {
  const bytes = decodeBase64(packed.data);
  const values = 3 * size ** 3;
  const components = packed.scales.length - 1;
  const mean = new Float32Array(values);
  for (let i = 0; i < values; i++) {
    mean[i] = (((bytes[2 * i] | (bytes[2 * i + 1] << 8)) << 16) >> 16) * packed.scales[0];
  }
  const basis = new Float32Array(values * components);
  for (let k = 0; k < components; k++) {
    const from = (k + 2) * values;
    const step = packed.scales[k + 1];
    for (let i = 0; i < values; i++) basis[i * components + k] = ((bytes[from + i] << 24) >> 24) * step;
  }
  return { size, components, mean, basis };
}

/**
 * Weights of the 64 nodes around a color for cubic convolution (Catmull–Rom; Keys 1981); beyond the lattice's faces the
 * outermost nodes are continued linearly.
 */
export class CubicReader {
  /** Node indices and weights of the color last located. */
  readonly nodes = new Int32Array(64);
  readonly weights = new Float64Array(64);
  private readonly along = new Float64Array(12);
  private readonly first = new Int32Array(3);

  constructor(private readonly size: number) {}

  /** @param rgb encoded color at `offset`; clipped to [0, 1] */
  locate(rgb: ArrayLike<number>, offset: number): void {
    const { size, along, first } = this;
    for (let axis = 0; axis < 3; axis++) {
      const value = rgb[offset + axis];
      const position = (value > 0 ? Math.min(1, value) : 0) * (size - 1);
      const i = Math.min(size - 2, Math.floor(position));
      const t = position - i;
      const at = 4 * axis;
      along[at] = t * (-0.5 + t * (1 - 0.5 * t));
      along[at + 1] = 1 + t * t * (-2.5 + 1.5 * t);
      along[at + 2] = t * (0.5 + t * (2 - 1.5 * t));
      along[at + 3] = t * t * (-0.5 + 0.5 * t);
      first[axis] = i - 1;
      // p₋₁ = 2·p₀ − p₁ at the low face, and the same at the high one: the missing node's weight moves inside.
      if (i === 0) {
        along[at + 1] += 2 * along[at];
        along[at + 2] -= along[at];
        along[at] = 0;
      }
      if (i === size - 2) {
        along[at + 2] += 2 * along[at + 3];
        along[at + 1] -= along[at + 3];
        along[at + 3] = 0;
      }
    }
    let k = 0;
    for (let b = 0; b < 4; b++) {
      for (let g = 0; g < 4; g++) {
        const w = along[8 + b] * along[4 + g];
        for (let r = 0; r < 4; r++, k++) {
          this.weights[k] = w * along[r];
          const red = clampIndex(first[0] + r, size);
          const green = clampIndex(first[1] + g, size);
          this.nodes[k] = red + size * (green + size * clampIndex(first[2] + b, size));
        }
      }
    }
  }
}

function clampIndex(i: number, size: number): number {
  return i < 0 ? 0 : i >= size ? size - 1 : i;
}
