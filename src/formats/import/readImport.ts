/** A file from elsewhere as something to make a stock of: a style, or a table with its name. Light enough for the plugin. */
import type { CurvePoints, CurvesAdjustment } from '../../engine/adjustments';
import type { RgbSpaceId } from '../../engine/color/rgbSpace';
import { latticeColors } from '../../engine/render/bakeLut';
import type { Lut3d } from '../../engine/render/lut3d';
import { createStackMapper } from '../../engine/render/renderStack';
import { UserError } from '../../engine/userError';
import { parseAcv } from '../acv/acv';
import { cubeToLut3d } from '../cube/cubeFile';
import { parseCube } from '../cube/parseCube';
import { decodeText } from '../decodeText';
import { parseHald } from '../hald/hald';
import { imageTypeOf } from '../image/imageDecoder';
import { parseStyle } from '../style/parseStyle';
import type { Style } from '../style/style';
import { parseThreeDl } from '../threeDl/threeDl';
import { namesLog, spaceNamedIn } from './spaceOfLut';

/** What can be opened, for a file dialog; without dots. */
export const IMPORT_EXTENSIONS = ['filmfit', 'json', 'cube', '3dl', 'png', 'tif', 'tiff', 'acv'] as const;

export interface ImportedStyle {
  readonly kind: 'style';
  readonly style: Style;
}

export interface ImportedTable {
  readonly kind: 'table';
  readonly lut: Lut3d;
  readonly name: string;
  /** The curves themselves, when that is all the file holds: layers need no fitting then. */
  readonly curves: CurvesAdjustment | null;
  /** `space-assumed`: the file does not say which RGB it expects. `log-input`: it seems to be for log footage. */
  readonly doubts: readonly ('space-assumed' | 'log-input')[];
}

/** Nodes at which curves are read. */
const CURVES_SIZE = 33;
const MAX_BYTES = 64 << 20;

/**
 * @param space of the table's input; @default what the file names, else sRGB
 * @throws UserError `import-unknown`, `import-too-large`, or as the reader of the format: `style-…`, `cube-invalid`,
 *   `three-dl-invalid`, `hald-invalid`, `acv-invalid`, `image-…`
 */
export function readImport(
  bytes: Uint8Array,
  fileName: string,
  space?: RgbSpaceId,
): ImportedStyle | ImportedTable {
  if (bytes.length > MAX_BYTES) throw new UserError('import-too-large', { file: fileName });
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (imageTypeOf(bytes) !== null) {
    const named = space ?? spaceNamedIn([baseName(fileName)]);
    return table(parseHald(bytes, named ?? 'srgb', fileName), fileName, '', named !== null);
  }
  if (extension === 'acv') return readCurves(bytes, fileName, space);
  const text = decodeText(bytes);
  if (/^\s*\{/.test(text)) return { kind: 'style', style: parseStyle(text, fileName) };
  if (extension === '3dl') {
    const named = space ?? spaceNamedIn([firstComment(text), baseName(fileName)]);
    return table(parseThreeDl(text, named ?? 'srgb', fileName), fileName, '', named !== null);
  }
  if (extension !== 'cube' && !/^[ \t]*(LUT_[13]D_SIZE|TITLE)\b/m.test(text)) {
    throw new UserError('import-unknown', { file: fileName });
  }
  const cube = parseCube(text, fileName);
  const named = space ?? spaceNamedIn([cube.title, firstComment(text), baseName(fileName)]);
  return table(cubeToLut3d(cube, named ?? 'srgb'), fileName, cube.title, named !== null);
}

function table(lut: Lut3d, fileName: string, title: string, named: boolean): ImportedTable {
  const texts = [title, baseName(fileName)];
  const doubts: ImportedTable['doubts'][number][] = [];
  if (!named) doubts.push('space-assumed');
  if (namesLog(texts)) doubts.push('log-input');
  const name = withoutSpace(title) || baseName(fileName);
  return { kind: 'table', lut, name, curves: null, doubts };
}

/** Our own titles end in the space in brackets, which is no part of the name. */
function withoutSpace(title: string): string {
  const [ending, inside] = / \(((?:[^()]|\([^()]*\))+)\)$/.exec(title) ?? ['', ''];
  return spaceNamedIn([inside]) === null ? title.trim() : title.slice(0, -ending.length).trim();
}

function readCurves(bytes: Uint8Array, fileName: string, space: RgbSpaceId = 'srgb'): ImportedTable {
  const [composite, red, green, blue] = parseAcv(bytes, fileName) as [
    CurvePoints,
    CurvePoints,
    CurvePoints,
    CurvePoints,
  ];
  const curves: CurvesAdjustment = { kind: 'curves', composite, red, green, blue };
  const values = latticeColors(CURVES_SIZE);
  const layers = [{ name: 'Curves', adjustment: curves, opacity: 100 }];
  createStackMapper({ name: '', layers, opacity: 100 })(values, values, CURVES_SIZE ** 3);
  const lut = { size: CURVES_SIZE, values, space };
  return { kind: 'table', lut, name: baseName(fileName), curves, doubts: [] };
}

/** Where programs note what a table is for. */
function firstComment(text: string): string {
  return text
    .slice(0, 4000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.startsWith('#'))
    .join(' ');
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
