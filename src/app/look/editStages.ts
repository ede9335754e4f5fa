/** Three stages of a look with what was changed by hand on them. What was not changed is handed back as it is. */
import { SATURATION_MAX_CHROMA, type ResidualLattice, type SampledCurve } from '../../engine/look';
import { CHROMA_POINTS, MIX_NAMES, RESIDUAL_AS_LEARNED, type LookEdits, type MixName } from './lookEdits';

/** Row and column of the matrix. */
export const MIX_PLACES: Readonly<Record<MixName, { readonly into: number; readonly from: number }>> = {
  redFromGreen: { into: 0, from: 1 },
  redFromBlue: { into: 0, from: 2 },
  greenFromRed: { into: 1, from: 0 },
  greenFromBlue: { into: 1, from: 2 },
  blueFromRed: { into: 2, from: 0 },
  blueFromGreen: { into: 2, from: 1 },
};

/** What a channel takes of another it gives up of its own: rows keep their sum, so that grays stay gray. */
export function mixedMatrix(matrix: readonly number[], mixing: LookEdits['mixing']): readonly number[] {
  if (MIX_NAMES.every((name) => mixing[name] === 0)) return matrix;
  const mixed = [...matrix];
  for (const name of MIX_NAMES) {
    const { into, from } = MIX_PLACES[name];
    const share = mixing[name] / 100;
    mixed[3 * into + from] += share;
    mixed[4 * into] -= share;
  }
  return mixed;
}

/** @param percents at CHROMA_POINTS, with straight lines between them */
export function editedSaturation(saturation: SampledCurve, percents: LookEdits['chroma']): SampledCurve {
  if (percents.every((percent) => percent === 0)) return saturation;
  return saturation.map((factor, i) => {
    const chroma = (SATURATION_MAX_CHROMA * i) / (saturation.length - 1);
    return Math.max(0, factor * (1 + percentAt(percents, chroma) / 100));
  });
}

function percentAt(percents: readonly number[], chroma: number): number {
  const above = CHROMA_POINTS.findIndex((point) => point >= chroma);
  if (above <= 0) return percents[above === 0 ? 0 : percents.length - 1];
  const [from, to] = [CHROMA_POINTS[above - 1], CHROMA_POINTS[above]];
  const share = (chroma - from) / (to - from);
  return percents[above - 1] + share * (percents[above] - percents[above - 1]);
}

/** @returns null at 0 percent */
export function scaledResidual(residual: ResidualLattice | null, percent: number): ResidualLattice | null {
  if (residual === null || percent === RESIDUAL_AS_LEARNED) return residual;
  if (percent === 0) return null;
  return { ...residual, offsets: residual.offsets.map((offset) => (offset * percent) / 100) };
}
