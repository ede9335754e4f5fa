/**
 * 3DL (Autodesk Flame and Lustre), as text:
 *
 *   # Made by Filmfit                        comments
 *   0 64 128 … 960 1023                      input of each node, 10 bit: as many numbers as nodes along an axis
 *   12 8 3                                   red green blue of node (0, 0, 0), 12 bit
 *   10 9 41                                  node (0, 0, 1): blue fastest, then green, then red
 *
 * Readers take the output depth from the largest value; white is 4095.
 */
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import type { Lut3d } from '../../engine/render/lut3d';
import { UserError } from '../../engine/userError';

export const THREE_DL_SIZES = [33, 17] as const;
const MAX_INPUT = 1023;
const MAX_OUTPUT = 4095;
const MAX_SIZE = 129;

export function formatThreeDl(lut: Lut3d): string {
  const { size, values, space } = lut;
  const mesh = Array.from({ length: size }, (_, i) =>
    Math.min(MAX_INPUT, Math.round((i * (MAX_INPUT + 1)) / (size - 1))),
  );
  const lines = [`# Made by Filmfit; input and output: ${RGB_SPACES[space].label}`, mesh.join(' ')];
  for (let r = 0; r < size; r++) {
    for (let g = 0; g < size; g++) {
      for (let b = 0; b < size; b++) {
        const from = 3 * (r + size * (g + size * b));
        lines.push(
          [0, 1, 2].map((c) => Math.round(MAX_OUTPUT * Math.min(1, Math.max(0, values[from + c])))).join(' '),
        );
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Reads even meshes with 10, 12 or 16-bit output. @throws UserError `three-dl-invalid` with `line` and `detail` */
export function parseThreeDl(text: string, space: RgbSpaceId, fileName = 'The LUT'): Lut3d {
  const fail = (line: number, detail: string): never => {
    throw new UserError('three-dl-invalid', { file: fileName, line, detail });
  };
  let size = 0;
  let values = new Float32Array(0);
  let node = 0;
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const [i, line] of lines.entries()) {
    const content = line.trim();
    // Lustre writes keywords in front of the mesh: "3DMESH", "Mesh 4 12", and more behind the table.
    if (content === '' || /^[#A-Za-z]|^3D/.test(content)) continue;
    const numbers = content.split(/\s+/).map((word) => (/^\d{1,6}$/.test(word) ? Number(word) : NaN));
    if (numbers.some(Number.isNaN)) fail(i + 1, 'whole numbers are expected here');
    if (size === 0) {
      size = numbers.length;
      if (size < 2 || size > MAX_SIZE)
        fail(i + 1, `the mesh has ${size} numbers; 2 to ${MAX_SIZE} are expected`);
      if (6 * size ** 3 > text.length + 1)
        fail(i + 1, `it is too short for the ${size ** 3} rows that its mesh asks for`);
      values = new Float32Array(3 * size ** 3);
      continue;
    }
    if (numbers.length !== 3) fail(i + 1, 'three numbers are expected here');
    if (node >= size ** 3) fail(i + 1, `there are more than ${size ** 3} rows`);
    const [r, g, b] = [Math.floor(node / size ** 2), Math.floor(node / size) % size, node % size];
    values.set(numbers, 3 * (r + size * (g + size * b)));
    node++;
  }
  if (size === 0 || node < size ** 3) fail(lines.length, `it ends after ${node} of ${size ** 3} rows`);
  const largest = values.reduce((max, value) => Math.max(max, value), 0);
  const white =
    [1023, 4095, 65535].find((max) => largest <= max) ?? fail(lines.length, 'a value is larger than 65535');
  return { size, values: values.map((value) => value / white), space };
}
