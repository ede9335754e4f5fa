/**
 * What of a look was learned and what was changed by hand, kept in its file beside the look as it is, so that a look that
 * is opened again goes on where it was left: any change can be taken back, and what is weakened to nothing is not lost.
 */
import type { Look } from '../../engine/look';
import { latticeColors } from '../../engine/render/bakeLut';
import { createLookMapper } from '../../engine/render/renderLook';
import type { Style } from '../../formats/style/style';
import { applyEdits } from './applyEdits';
import { hasEdits, NO_EDITS, type LookEdits } from './lookEdits';
import { readEdits } from './readEdits';

/** A look as learned, what was changed on it, and what it is with that. */
export interface EditedLook {
  readonly fitted: Look;
  readonly edits: LookEdits;
  readonly look: Look;
}

/** Fields of a style file. `edits` is read by the panel alone. */
export type LearnedFields = Pick<Style, 'learned'> & { readonly edits?: unknown };

/** Nothing when nothing was changed. A lattice that was not changed stands in the file once. */
export function learnedFields({ fitted, edits, look }: EditedLook): LearnedFields {
  if (!hasEdits(edits)) return {};
  const { whiteBalance, matrix, tone, channels, hueBands, saturation, residual } = fitted;
  const stages = { whiteBalance, matrix, tone, channels, hueBands, saturation };
  return { edits, learned: residual === look.residual ? stages : { ...stages, residual } };
}

/** Half a level of 255: what stands in a file has fewer digits. */
const ALIKE = 0.5 / 255;
const LATTICE_SIZE = 5;

/** A look that someone else changed since, or that edits mean something else for today, counts as learned. */
export function readLearned(look: Look, { learned, edits: stored }: LearnedFields): EditedLook {
  const edits = readEdits(stored);
  if (learned && hasEdits(edits)) {
    const fitted = { ...look, ...learned };
    if (looksAlike(applyEdits(fitted, edits), look)) return { fitted, edits, look };
  }
  return { fitted: look, edits: NO_EDITS, look };
}

function looksAlike(one: Look, other: Look): boolean {
  const colors = latticeColors(LATTICE_SIZE);
  const [a, b] = [one, other].map((look) => {
    const mapped = new Float32Array(colors.length);
    createLookMapper(look)(colors, mapped, colors.length / 3);
    return mapped;
  });
  return a.every((value, i) => Math.abs(value - b[i]) <= ALIKE);
}
