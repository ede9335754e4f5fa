/** Every parser of files from strangers, with a sound file to start from. A parser answers or throws a UserError; nothing else. */
import fs from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { formatLibrary, parseLibraryOrStyle } from '../../src/app/stocks/libraryFile';
import { bakeLut } from '../../src/engine/render/bakeLut';
import { formatAcv, parseAcv } from '../../src/formats/acv/acv';
import { parseCube } from '../../src/formats/cube/parseCube';
import { formatCube } from '../../src/formats/cube/formatCube';
import { DCP_TAGS, lookTableOf, readDcp, toneCurveOf, writeDcp } from '../../src/formats/dcp/dcpFile';
import { decodeText } from '../../src/formats/decodeText';
import { formatHald, parseHald } from '../../src/formats/hald/hald';
import { formatDeviceLink, parseDeviceLink } from '../../src/formats/icc/deviceLink';
import { formatMatrixProfile } from '../../src/formats/icc/formatMatrixProfile';
import { identifyProfile } from '../../src/formats/icc/identifyProfile';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import type { ImageFileType, Raster } from '../../src/formats/image/raster';
import { asciiEntry, floatEntry, longEntry, srationalEntry } from '../../src/formats/image/tiff/tiffEntries';
import { readImport } from '../../src/formats/import/readImport';
import { formatInversion, parseInversion } from '../../src/formats/inversion/inversionFile';
import { parsePointPairs } from '../../src/formats/pointPairs/parsePointPairs';
import { readPsd } from '../../src/formats/psd/readPsd';
import { writeStackPsd } from '../../src/formats/psd/writePsd';
import { formatStyle } from '../../src/formats/style/formatStyle';
import { parseStyle } from '../../src/formats/style/parseStyle';
import { formatThreeDl, parseThreeDl } from '../../src/formats/threeDl/threeDl';
import { classicStack } from '../../test/support/classicStack';
import { warmLook } from '../../test/support/warmLook';

export interface FuzzTarget {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  readonly parse: (bytes: Uint8Array) => unknown;
}

const LOOK = warmLook();
const SIDE = 12;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const curve = [
  { input: 0, output: 10 },
  { input: 128, output: 140 },
  { input: 255, output: 250 },
];

function picture(type: ImageFileType, bitDepth: 8 | 16): Uint8Array {
  const length = 3 * SIDE ** 2;
  const codes = Array.from({ length }, (_, i) => (i * 7919) % 2 ** bitDepth);
  const data = bitDepth === 16 ? Uint16Array.from(codes) : Uint8Array.from(codes);
  const raster: Raster = {
    width: SIDE,
    height: SIDE,
    channels: 3,
    bitDepth,
    data,
    orientation: 6,
    fileType: type,
    iccProfile: bytesOf('not much of a profile'),
  };
  return encodeImage(raster, type);
}

const psd = (pixels: Uint8Array | Uint16Array): Uint8Array =>
  writeStackPsd({
    width: SIDE,
    height: SIDE,
    bitsPerChannel: pixels instanceof Uint8Array ? 8 : 16,
    pixels,
    stack: classicStack(),
  });

/** Benches and tests run in the root of the repository. */
const FIXTURES = path.resolve('test/formats/image/fixtures');

/** Small pictures of other programs: every compression, order, depth and interlacing that they use. */
function fixtures(extension: string): Uint8Array[] {
  const names = fs.readdirSync(FIXTURES).filter((name) => name.endsWith(extension));
  return names.map((name) => Uint8Array.from(fs.readFileSync(path.join(FIXTURES, name))));
}

const cube = bytesOf(formatCube(bakeLut(LOOK, 3), { title: 'x' }));
const shaper = bytesOf('LUT_1D_SIZE 2\nLUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0 1\n' + '0.1 0.2 0.3\n'.repeat(10));
const inversion = {
  version: 1,
  kind: 'color',
  space: 'srgb',
  scanGamma: null,
  base: [0.66, 0.23, 0.12],
  maxDensity: [1.2, 1.4, 1.6],
  gamma: [4.7, 3.8, 2.9],
  offset: [-2.1, -2.7, -3.1],
  crosstalk: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  paper: { blackDensity: 2, toe: 0.2, shoulder: 0.1 },
  origin: 'blind',
} as const;
const points = Array.from({ length: 4 }, (_, i) => ({ film: { x: i, y: 2.5 }, digital: { x: 3e2, y: -i } }));
const style = bytesOf(formatStyle({ look: LOOK, stack: classicStack(), inversion }));
const library = bytesOf(
  formatLibrary([
    {
      notes: { name: 'Warm', film: '', scanner: '', tags: ['night'] },
      styleText: new TextDecoder().decode(style),
    },
  ]),
);

const dcp = writeDcp([
  asciiEntry(DCP_TAGS.model, 'A camera'),
  srationalEntry(DCP_TAGS.colorMatrix1, [1, 0, 0, 0, 1, 0, 0, 0, 1]),
  floatEntry(DCP_TAGS.toneCurve, [0, 0, 0.5, 0.6, 1, 1]),
  longEntry(DCP_TAGS.lookDims, [3, 2, 2]),
  floatEntry(DCP_TAGS.lookData, new Array<number>(36).fill(1)),
]);

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  { name: 'cube', seeds: [cube, shaper], parse: (bytes) => parseCube(decodeText(bytes)) },
  {
    name: '3dl',
    seeds: [bytesOf(formatThreeDl(bakeLut(LOOK, 3)))],
    parse: (bytes) => parseThreeDl(decodeText(bytes), 'srgb'),
  },
  { name: 'acv', seeds: [formatAcv([curve, curve, curve, curve])], parse: (bytes) => parseAcv(bytes) },
  {
    name: 'hald',
    seeds: [formatHald(bakeLut(LOOK, 4), deflateSync)],
    parse: (bytes) => parseHald(bytes, 'srgb'),
  },
  { name: 'style', seeds: [style], parse: (bytes) => parseStyle(decodeText(bytes)) },
  {
    name: 'tiff',
    seeds: [picture('tiff', 16), picture('tiff', 8), ...fixtures('.tif')],
    parse: (bytes) => decodeImage(bytes, 'x'),
  },
  {
    name: 'png',
    seeds: [picture('png', 16), picture('png', 8), ...fixtures('.png')],
    parse: (bytes) => decodeImage(bytes, 'x'),
  },
  {
    name: 'jpeg',
    seeds: [picture('jpeg', 8), ...fixtures('.jpg')],
    parse: (bytes) => decodeImage(bytes, 'x'),
  },
  { name: 'profile', seeds: [formatMatrixProfile('srgb')], parse: identifyProfile },
  {
    name: 'device link',
    seeds: [formatDeviceLink(bakeLut(LOOK, 3), 'x')],
    parse: (bytes) => parseDeviceLink(bytes, 'srgb'),
  },
  {
    name: 'dcp',
    seeds: [dcp],
    parse: (bytes) => {
      const directory = readDcp(bytes, 'x');
      return [lookTableOf(directory, 'x'), toneCurveOf(directory, 'x')];
    },
  },
  {
    name: 'psd',
    seeds: [psd(new Uint8Array(3 * SIDE ** 2).fill(90)), psd(new Uint16Array(3 * SIDE ** 2).fill(23130))],
    parse: readPsd,
  },
  {
    name: 'inversion',
    seeds: [bytesOf(formatInversion(inversion))],
    parse: (bytes) => parseInversion(decodeText(bytes), 'x'),
  },
  {
    name: 'points',
    seeds: [bytesOf(JSON.stringify(points))],
    parse: (bytes) => parsePointPairs(decodeText(bytes), 'x'),
  },
  { name: 'library', seeds: [library], parse: (bytes) => parseLibraryOrStyle(decodeText(bytes), 'x') },
  {
    name: 'import',
    seeds: [cube, style, formatAcv([curve]), picture('png', 16), picture('tiff', 8)],
    parse: (bytes) => readImport(bytes, 'x.cube'),
  },
];
