/** LittleCMS and Argyll on the profiles. */
import { createRgbToLab } from '../../../src/engine/color/lab';
import { deltaE2000 } from '../../../src/engine/metrics/deltaE';
import { runProgram } from '../programs';
import { expectedOfLook, LOOK, PATCHES, THOUSANDTH, write, type Proof } from '../proof';

/** Colors through a program that reads them from its input, a line each. */
function throughLines(
  program: string,
  args: readonly string[],
  colors: readonly (readonly number[])[],
): number[][] {
  const input = `${colors.map((color) => color.map((value) => value.toFixed(6)).join(' ')).join('\n')}\n`;
  const lines = runProgram(program, args, { input }).toString().split('\n');
  return lines.map(numbersOf).filter((numbers) => numbers.length === 3);
}

/** icclu: "0.5 0.2 0.8 [RGB] -> Lut -> 0.52 0.26 0.69 [RGB]"; transicc -t: "133.3 67.8 178.2". */
function numbersOf(line: string): number[] {
  const result = line.split('->').at(-1) ?? '';
  return (result.match(/-?\d+\.\d+/g) ?? []).map(Number);
}

const patchColors = (): number[][] =>
  Array.from({ length: PATCHES.colors.length / 3 }, (_, i) =>
    Array.from(PATCHES.colors.subarray(3 * i, 3 * i + 3)),
  );

function largestOf(found: readonly number[][], expected: Float32Array, fullScale: number): number {
  if (found.length !== expected.length / 3) throw new Error(`${found.length} colors came back.`);
  return found.reduce(
    (largest, color, i) =>
      Math.max(largest, ...color.map((v, c) => Math.abs(v / fullScale - expected[3 * i + c]))),
    0,
  );
}

function labOf(rgb: ArrayLike<number>, at = 0): number[] {
  const lab = new Float64Array(3);
  createRgbToLab(LOOK.space)(rgb[at], rgb[at + 1], rgb[at + 2], lab, 0);
  return Array.from(lab);
}

/** The mean ΔE2000 of colors that a program gives back as CIELAB. */
function meanDeltaE(found: readonly number[][]): number {
  const expected = expectedOfLook();
  if (found.length !== expected.length / 3) throw new Error(`${found.length} colors came back.`);
  const sum = found.reduce((total, [l, a, b], i) => {
    const [wl, wa, wb] = labOf(expected, 3 * i);
    return total + deltaE2000(l, a, b, wl, wa, wb);
  }, 0);
  return sum / found.length;
}

export const ICC_PROOFS: readonly Proof[] = [
  {
    format: 'icc-devicelink',
    program: 'transicc',
    bar: THOUSANDTH,
    run: (folder) => {
      const colors = patchColors().map((color) => color.map((value) => 255 * value));
      const link = write(folder, 'icc-devicelink', 'link.icc');
      return largestOf(throughLines('transicc', ['-n', `-l${link}`], colors), expectedOfLook(), 255);
    },
  },
  {
    format: 'icc-devicelink',
    program: 'icclu',
    bar: THOUSANDTH,
    run: (folder) => {
      const link = write(folder, 'icc-devicelink', 'link.icc');
      return largestOf(throughLines('icclu', ['-ff', '-s1', link], patchColors()), expectedOfLook(), 1);
    },
  },
  {
    format: 'icc-abstract',
    program: 'icclu',
    measure: 'mean ΔE2000',
    bar: 1,
    run: (folder) => {
      const labs = patchColors().map((color) => labOf(color));
      return meanDeltaE(throughLines('icclu', ['-ff', write(folder, 'icc-abstract', 'abst.icc')], labs));
    },
  },
  {
    format: 'icc-camera',
    program: 'icclu',
    measure: 'mean ΔE2000',
    bar: 0.1,
    run: (folder) =>
      meanDeltaE(
        throughLines(
          'icclu',
          ['-ff', '-ir', '-pl', '-s1', write(folder, 'icc-camera', 'camera.icc')],
          patchColors(),
        ),
      ),
  },
];
