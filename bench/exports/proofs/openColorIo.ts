/** OpenColorIO. */
import { runProgram } from '../programs';
import { expectedOfLook, PATCHES, THOUSANDTH, write, type Proof } from '../proof';

/** Some of the patches, one a run: the program takes one color. */
function ocioLut(file: string): number {
  const expected = expectedOfLook();
  let largest = 0;
  for (let i = 0; i < 36; i += 3) {
    const color = Array.from(PATCHES.colors.subarray(i, i + 3), (value) => value.toFixed(8));
    const found = runProgram('ociochecklut', [file, ...color])
      .toString()
      .trim()
      .split(/\s+/)
      .slice(-3)
      .map(Number);
    for (let c = 0; c < 3; c++) largest = Math.max(largest, Math.abs(found[c] - expected[i + c]));
  }
  return largest;
}

export const OPEN_COLOR_IO_PROOFS: readonly Proof[] = [
  {
    format: 'cube',
    program: 'ociochecklut',
    bar: THOUSANDTH,
    run: (folder) => ocioLut(write(folder, 'cube', 'a.cube')),
  },
  {
    format: '3dl',
    program: 'ociochecklut',
    bar: THOUSANDTH,
    run: (folder) => ocioLut(write(folder, '3dl', 'a.3dl')),
  },
];
