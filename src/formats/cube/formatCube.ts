/**
 * Cube LUT (Adobe, Cube LUT Specification 1.0, 2013), as text:
 *
 *   # Filmfit; input and output: sRGB    comments
 *   TITLE "Portra 400 (sRGB)"            ASCII; the space that goes in and comes out stands behind the name
 *   LUT_3D_SIZE 33                       nodes along each axis
 *   DOMAIN_MIN 0.0 0.0 0.0               input of the first node; 0 when absent
 *   DOMAIN_MAX 1.0 1.0 1.0               input of the last node; 1 when absent
 *   0.016785 0.021362 0.030518           red green blue of node (0, 0, 0)
 *   0.047913 0.020996 0.029907           node (1, 0, 0): red fastest, then green, then blue
 */
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { Lut3d } from '../../engine/render/lut3d';

export interface FormatCubeOptions {
  readonly title: string;
  /** One line each; non-ASCII characters are replaced. */
  readonly comments?: readonly string[];
}

const DECIMALS = 6;
/** The specification allows lines of 250 bytes. */
const MAX_TEXT = 200;

/**
 * The domain is not written: programs that do not know the keyword refuse the file, and 0…1 is its default.
 * @throws RangeError when the number of values does not fit the size, or a value is not finite.
 */
export function formatCube(lut: Lut3d, { title, comments = [] }: FormatCubeOptions): string {
  const { size, values, space } = lut;
  if (values.length !== 3 * size ** 3) {
    throw new RangeError(`A LUT of size ${size} needs ${3 * size ** 3} values, got ${values.length}.`);
  }
  const head = [
    '# Made by Filmfit',
    `# Input and output: ${RGB_SPACES[space].label}, encoded values 0 to 1 (the domain). Convert pictures in other spaces first.`,
    ...comments.map((comment) => `# ${asciiLine(comment)}`),
    `TITLE "${asciiLine(`${title} (${RGB_SPACES[space].label})`.trim()).replace(/"/g, "'")}"`,
    `LUT_3D_SIZE ${size}`,
  ];
  const lines = new Array<string>(size ** 3);
  for (let i = 0; i < lines.length; i++) {
    lines[i] = `${decimal(values[3 * i])} ${decimal(values[3 * i + 1])} ${decimal(values[3 * i + 2])}`;
  }
  return `${head.join('\n')}\n${lines.join('\n')}\n`;
}

function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`A LUT holds finite numbers, got ${value}.`);
  return value.toFixed(DECIMALS);
}

/** Accents are dropped from letters; what is left outside ASCII becomes a question mark. */
function asciiLine(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\x20-\x7e]+/g, '?')
    .slice(0, MAX_TEXT);
}
