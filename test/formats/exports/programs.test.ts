/** Exports through programs that others have written, where they are installed; the slow ones run in bench/exports. */
import path from 'node:path';
import { PROOFS } from '../../../bench/exports/proofs';
import { itWithProgram } from '../../support/programs';
import { temporaryFolder } from '../../support/temporaryFolder';

const folder = temporaryFolder();
const PER_PROGRAM_MS = 60_000;

describe('the proofs by other programs', () => {
  it('cover every program once at least', () => {
    expect(new Set(PROOFS.map(({ program }) => path.basename(program))).size).toBeGreaterThan(7);
  });

  for (const { format, program, measure = 'full scale', bar, slow, run } of PROOFS) {
    if (slow) continue;
    itWithProgram(
      `hold ${format} in ${path.basename(program)} below ${bar} (${measure})`,
      program,
      () => expect(run(folder.path('.'))).toBeLessThan(bar),
      PER_PROGRAM_MS,
    );
  }
});
