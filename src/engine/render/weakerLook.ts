/** A look of part of its strength: what the opacity of its layers would do. */
import { createLookMapper } from './renderLook';
import { bakeLut, latticeColors } from './bakeLut';
import type { Look, ResidualLattice, SampledCurve } from '../look';

/** Nodes of the lattice of a look without one. */
const LATTICE_SIZE = 33;

/**
 * `share` of the way from the untouched color to the look's, in encoded values: what opacity does. The readable
 * stages go that share of their own way, and the lattice says what is missing.
 */
export function weakerLook(look: Look, share: number): Look {
  const size = look.residual?.size ?? LATTICE_SIZE;
  const weaker: Look = { ...look, ...weakerStages(look, share), residual: null };
  return { ...weaker, residual: missingLattice(look, weaker, share, size) };
}

function weakerStages(look: Look, share: number): Partial<Look> {
  const towards = (neutral: number) => (value: number) => neutral + share * (value - neutral);
  const curve = (values: SampledCurve) => values.map((value, i) => towards(i / (values.length - 1))(value));
  const { exposureEv, redEv, blueEv } = look.whiteBalance;
  return {
    whiteBalance: { exposureEv: share * exposureEv, redEv: share * redEv, blueEv: share * blueEv },
    matrix: look.matrix.map((value, i) => towards(i % 4 === 0 ? 1 : 0)(value)),
    tone: curve(look.tone),
    channels: {
      red: curve(look.channels.red),
      green: curve(look.channels.green),
      blue: curve(look.channels.blue),
    },
    hueBands: look.hueBands.map((band) => ({
      hueDeg: band.hueDeg,
      shiftDeg: share * band.shiftDeg,
      chroma: towards(1)(band.chroma),
      lightness: share * band.lightness,
    })),
    saturation: look.saturation.map(towards(1)),
  };
}

function missingLattice(look: Look, weaker: Look, share: number, size: number): ResidualLattice {
  const source = latticeColors(size);
  const wanted = bakeLut(look, size).values;
  const offsets = new Float32Array(source.length);
  createLookMapper(weaker, { parametricOnly: true, unclipped: true })(source, offsets, size ** 3);
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = source[i] + share * (wanted[i] - source[i]) - offsets[i];
  }
  return { size, offsets };
}
