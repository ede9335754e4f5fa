/**
 * What film looks are like before any pair has been seen: mean and principal components of a bank of synthesized looks
 * (scripts/filmPrior), as offsets on the hue lattice (hueLattice.ts) over the encoded RGB cube.
 *
 * A look is y = x + μ(x) + Σ aₖ·φₖ(x) with aₖ ~ N(0, 1). The bank is in sRGB; in other spaces it is read in that
 * space's own encoded values, where film does much the same.
 */
import { decodeBase64 } from '../math/decodeBase64';
import prior from './filmPrior.json';
import { HUE_LATTICE_NODES } from './hueLattice';

export type FilmPriorKind = 'color' | 'monochrome';

export interface FilmPrior {
  readonly components: number;
  /** 3 a node of the hue lattice. */
  readonly mean: Float32Array;
  /** Node by node, channel by channel: `components` values scaled to unit variance of their coefficients. */
  readonly basis: Float32Array;
}

const cache = new Map<FilmPriorKind, FilmPrior>();

export function filmPrior(kind: FilmPriorKind): FilmPrior {
  let unpacked = cache.get(kind);
  if (!unpacked) cache.set(kind, (unpacked = unpack(prior[kind])));
  return unpacked;
}

/** Bytes of the file: the mean as little-endian int16, then each component as int8; each with its own step. */
function unpack(packed: { readonly scales: readonly number[]; readonly data: string }): FilmPrior {
  const bytes = decodeBase64(packed.data);
  const values = 3 * HUE_LATTICE_NODES;
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
  return { components, mean, basis };
}
