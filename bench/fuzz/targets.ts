/** Every parser of files from strangers, with a sound file to start from. A parser answers or throws a UserError; nothing else. */
import { deflateSync } from 'node:zlib';
import { bakeLut } from '../../src/engine/render/bakeLut';
import { formatAcv, parseAcv } from '../../src/formats/acv/acv';
import { parseCube } from '../../src/formats/cube/parseCube';
import { formatCube } from '../../src/formats/cube/formatCube';
import { exportDcp } from '../../src/formats/dcp/exportDcp';
import { lookTableOf, readDcp, toneCurveOf } from '../../src/formats/dcp/dcpFile';
import { decodeText } from '../../src/formats/decodeText';
import { formatHald, parseHald } from '../../src/formats/hald/hald';
import { formatDeviceLink, parseDeviceLink } from '../../src/formats/icc/deviceLink';
import { formatMatrixProfile } from '../../src/formats/icc/formatMatrixProfile';
import { identifyProfile } from '../../src/formats/icc/identifyProfile';
import { decodeImage } from '../../src/formats/image/decodeImage';
import { encodeImage } from '../../src/formats/image/encodeImage';
import type { ImageFileType, Raster } from '../../src/formats/image/raster';
import { readImport } from '../../src/formats/import/readImport';
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

const smallPsd = writeStackPsd({
  width: SIDE,
  height: SIDE,
  bitsPerChannel: 8,
  pixels: new Uint8Array(3 * SIDE ** 2).fill(90),
  stack: classicStack(),
});
const cube = bytesOf(formatCube(bakeLut(LOOK, 3), { title: 'x' }));
const shaper = bytesOf('LUT_1D_SIZE 2\nLUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0 1\n' + '0.1 0.2 0.3\n'.repeat(10));
const style = bytesOf(formatStyle({ look: LOOK, stack: classicStack() }));

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
    seeds: [picture('tiff', 16), picture('tiff', 8)],
    parse: (bytes) => decodeImage(bytes, 'x'),
  },
  { name: 'png', seeds: [picture('png', 16), picture('png', 8)], parse: (bytes) => decodeImage(bytes, 'x') },
  { name: 'jpeg', seeds: [picture('jpeg', 8)], parse: (bytes) => decodeImage(bytes, 'x') },
  { name: 'profile', seeds: [formatMatrixProfile('srgb')], parse: identifyProfile },
  {
    name: 'device link',
    seeds: [formatDeviceLink(bakeLut(LOOK, 3), 'x')],
    parse: (bytes) => parseDeviceLink(bytes, 'srgb'),
  },
  {
    name: 'dcp',
    seeds: [exportDcp({ look: LOOK, stack: classicStack() }).content as Uint8Array],
    parse: (bytes) => {
      const directory = readDcp(bytes, 'x');
      return [lookTableOf(directory, 'x'), toneCurveOf(directory, 'x')];
    },
  },
  { name: 'psd', seeds: [smallPsd], parse: readPsd },
  { name: 'import', seeds: [cube, style, formatAcv([curve])], parse: (bytes) => readImport(bytes, 'x.cube') },
];
