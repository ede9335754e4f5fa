/**
 * Reads Cube LUT files: the format of formatCube.ts, the 1D form (`LUT_1D_SIZE`), and the Resolve dialect, where curves
 * may stand in front of a lattice and the domain is `LUT_1D_INPUT_RANGE` / `LUT_3D_INPUT_RANGE`.
 * Line ends, a byte order mark and tabs may be anything; numbers must be numbers, and as many as promised.
 */
import { UserError } from '../../engine/userError';
import type { CubeFile } from './cubeFile';

const MAX_1D = 65_536;
const MAX_3D = 256;
/** "0 0 0" and a line end. */
const SHORTEST_ROW = 6;
const SMALL_TABLE = 65 ** 3;
/** Longer lines are not text. */
const MAX_LINE = 4096;

type Triple = [number, number, number];

interface Header {
  title: string;
  size1d: number;
  size3d: number;
  domainMin: Triple;
  domainMax: Triple;
  range1d: [number, number] | null;
  range3d: [number, number] | null;
}

/** @throws UserError `cube-invalid` with `file`, `line` and `detail` */
export function parseCube(text: string, fileName = 'The LUT'): CubeFile {
  const header: Header = {
    title: '',
    size1d: 0,
    size3d: 0,
    domainMin: [0, 0, 0],
    domainMax: [1, 1, 1],
    range1d: null,
    range3d: null,
  };
  let values: Float32Array | null = null;
  let filled = 0;
  let lineNumber = 0;
  const fail = (detail: string): never => {
    throw new UserError('cube-invalid', { file: fileName, line: lineNumber, detail });
  };
  for (const line of linesOf(text, fileName)) {
    lineNumber++;
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (/^[-+.\d]/.test(content) || /^(nan|inf)/i.test(content)) {
      values ??= allocate(header, text.length, fail);
      if (filled + 3 > values.length) fail(`there are more than ${values.length / 3} rows of numbers`);
      readRow(content, values, filled, fail);
      filled += 3;
    } else if (values) {
      fail('a keyword stands after the first row of numbers');
    } else {
      readKeyword(content, header, fail);
    }
  }
  if (!values) return fail('there are no rows of numbers');
  if (filled < values.length) fail(`it ends after ${filled / 3} of ${values.length / 3} rows`);
  return assemble(header, values, fail);
}

function* linesOf(text: string, fileName: string): Generator<string> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 0;
  while (start < text.length) {
    line++;
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) {
      if (++end - start > MAX_LINE) {
        throw new UserError('cube-invalid', {
          file: fileName,
          line,
          detail: 'the line is too long for a LUT',
        });
      }
    }
    yield text.slice(start, end);
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

type Fail = (detail: string) => never;

function readKeyword(content: string, header: Header, fail: Fail): void {
  const keyword = /^\S+/.exec(content)?.[0] ?? '';
  const rest = content.slice(keyword.length).trim();
  switch (keyword.toUpperCase()) {
    case 'TITLE':
      header.title = rest.replace(/^"(.*)"$/, '$1');
      break;
    case 'LUT_1D_SIZE':
      header.size1d = readSize(rest, MAX_1D, fail);
      break;
    case 'LUT_3D_SIZE':
      header.size3d = readSize(rest, MAX_3D, fail);
      break;
    case 'DOMAIN_MIN':
      header.domainMin = readNumbers(rest, 3, fail) as Triple;
      break;
    case 'DOMAIN_MAX':
      header.domainMax = readNumbers(rest, 3, fail) as Triple;
      break;
    case 'LUT_1D_INPUT_RANGE':
      header.range1d = readNumbers(rest, 2, fail) as [number, number];
      break;
    case 'LUT_3D_INPUT_RANGE':
      header.range3d = readNumbers(rest, 2, fail) as [number, number];
      break;
    case 'LUT_IN_VIDEO_RANGE':
    case 'LUT_OUT_VIDEO_RANGE':
      fail('the table is for video-range values, which photographs do not have');
      break;
    default:
      // The specification asks for unknown keywords to be refused; a line of something else is no .cube file.
      fail(`${JSON.stringify(keyword.slice(0, 40))} is no keyword of a .cube file`);
  }
}

function readSize(text: string, max: number, fail: Fail): number {
  const size = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(size >= 2 && size <= max)) fail(`the size must be a whole number from 2 to ${max}`);
  return size;
}

function readNumbers(text: string, count: number, fail: Fail): number[] {
  const values = text.split(/\s+/).map(readNumber);
  if (values.length !== count || values.some(Number.isNaN)) fail(`${count} numbers are expected here`);
  return values;
}

/** NaN for anything but a plain decimal number that 32 bits can hold. */
function readNumber(text: string): number {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(Math.fround(value)) ? value : NaN;
}

function readRow(content: string, values: Float32Array, at: number, fail: Fail): void {
  const words = content.split(/\s+/);
  if (words.length !== 3) {
    fail(
      content.includes(',')
        ? 'decimal commas are not allowed: write 0.5, not 0,5'
        : 'three numbers are expected here',
    );
  }
  for (let c = 0; c < 3; c++) {
    const value = readNumber(words[c]);
    if (Number.isNaN(value)) {
      const hint = words[c].includes(',') ? ' (decimal commas are not allowed: write 0.5, not 0,5)' : '';
      fail(`${JSON.stringify(words[c].slice(0, 40))} is not a number${hint}`);
    }
    values[at + c] = value;
  }
}

function allocate({ size1d, size3d }: Header, characters: number, fail: Fail): Float32Array {
  if (size1d === 0 && size3d === 0) fail('the size is missing (LUT_3D_SIZE)');
  const rows = size1d + size3d ** 3;
  // Memory is taken only for what can be there; of small tables the row that is wrong is told.
  if (rows > SMALL_TABLE && rows * SHORTEST_ROW > characters + 1)
    fail(`it is too short for the ${rows} rows that its size asks for`);
  return new Float32Array(3 * rows);
}

/** In the Resolve dialect curves stand first, then the lattice. */
function assemble(header: Header, values: Float32Array, fail: Fail): CubeFile {
  const { title, size1d, size3d } = header;
  const domain = (range: [number, number] | null) => ({
    domainMin: range ? ([range[0], range[0], range[0]] as const) : header.domainMin,
    domainMax: range ? ([range[1], range[1], range[1]] as const) : header.domainMax,
  });
  const domains = [domain(header.range1d), domain(header.range3d)];
  for (const { domainMin, domainMax } of domains) {
    if (domainMin.some((min, c) => !(min < domainMax[c])))
      fail('the domain is empty: its minimum is not below its maximum');
  }
  return {
    title,
    curves: size1d > 0 ? { size: size1d, values: values.slice(0, 3 * size1d), ...domains[0] } : null,
    lattice: size3d > 0 ? { size: size3d, values: values.slice(3 * size1d), ...domains[1] } : null,
  };
}
