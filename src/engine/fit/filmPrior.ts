/**
 * What film looks are like before any pair has been seen: mean and principal components of a bank of synthesized looks
 * (scripts/filmPrior), as offsets on the hue lattice (hueLattice.ts) over the encoded RGB cube; for color beside them a
 * tone curve, the same for all three channels, since contrast differs more between films and labs than in any bank.
 *
 * A look is y = x + μ(x) + Σ aₖ·φₖ(x) with aₖ ~ N(0, 1). The bank is in sRGB; in other spaces it is read in that
 * space's own encoded values, where film does much the same.
 */
import { decodeBase64 } from '../math/decodeBase64';
import prior from './filmPrior.json';
import { HueLattice } from './hueLattice';
import { TONE_COMPONENTS, toneComponents } from './toneComponents';

export type FilmPriorKind = 'color' | 'monochrome';

/** The lattice that bank and components are given on. */
export const PRIOR_LATTICE = new HueLattice(11, 7, 24);

/** Of the bank's components: what they explain less well, the kernel beside them does (lookKernel.ts). */
const BANK_DEVIATION: Readonly<Record<FilmPriorKind, number>> = { color: 0.745, monochrome: 1.6 };

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
  if (!unpacked) cache.set(kind, (unpacked = unpack(prior[kind], kind)));
  return unpacked;
}

/** Bytes of the file: the mean as little-endian int16, then each component as int8; each with its own step. */
function unpack(
  packed: { readonly scales: readonly number[]; readonly data: string },
  kind: FilmPriorKind,
): FilmPrior {
  const bytes = decodeBase64(packed.data);
  const values = 3 * PRIOR_LATTICE.nodes;
  const banked = packed.scales.length - 1;
  const mean = new Float32Array(values);
  for (let i = 0; i < values; i++) {
    mean[i] = (((bytes[2 * i] | (bytes[2 * i + 1] << 8)) << 16) >> 16) * packed.scales[0];
  }
  const components = banked + (kind === 'color' ? TONE_COMPONENTS : 0);
  const basis = new Float32Array(values * components);
  for (let k = 0; k < banked; k++) {
    const from = (k + 2) * values;
    const step = BANK_DEVIATION[kind] * packed.scales[k + 1];
    for (let i = 0; i < values; i++) basis[i * components + k] = ((bytes[from + i] << 24) >> 24) * step;
  }
  if (kind === 'color') {
    PRIOR_LATTICE.colors().forEach((value, i) => toneComponents(value, basis, i * components + banked));
  }
  return { components, mean, basis };
}
