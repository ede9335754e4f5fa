/** Programs that read our files without applying them: exiftool, psd-tools, and a decoder of profile tables of our own in Python. */
import path from 'node:path';
import { bakeLut } from '../../../src/engine/render/bakeLut';
import { runProgram } from '../programs';
import { LOOK, PROOF_STYLE, write, type Proof } from '../proof';

/** The largest difference of the table's nodes from the look, in codes. */
function profileTable(folder: string): number {
  const file = write(folder, 'xmp-profile', 'look.xmp');
  const script = path.resolve('bench/exports/decodeRgbTable.py');
  const [size, ...codes] = runProgram('/usr/bin/python3', [script, file])
    .toString()
    .trim()
    .split(/\s+/)
    .map(Number);
  const { values } = bakeLut(LOOK, size);
  let largest = 0;
  for (let r = 0, at = 0; r < size; r++) {
    for (let g = 0; g < size; g++) {
      for (let b = 0; b < size; b++) {
        for (let c = 0; c < 3; c++, at++) {
          const wanted = 65535 * Math.min(1, Math.max(0, values[3 * (r + size * (g + size * b)) + c]));
          largest = Math.max(largest, Math.abs(codes[at] - wanted));
        }
      }
    }
  }
  if (codes.length !== 3 * size ** 3) throw new Error(`${codes.length} codes came back.`);
  return largest;
}

/** 0 when every text is in what the program prints about the file. */
function missing(output: Buffer, texts: readonly string[]): number {
  return texts.filter((text) => !output.toString().includes(text)).length;
}

const PSD_LAYERS = `
import sys
from psd_tools import PSDImage
for layer in PSDImage.open(sys.argv[1]).descendants(): print(layer.kind, '|', layer.name)
`;

export const READER_PROOFS: readonly Proof[] = [
  {
    format: 'xmp-profile',
    program: 'exiftool',
    measure: 'fields missing',
    bar: 1,
    run: (folder) =>
      missing(runProgram('exiftool', ['-s', '-XMP-crs:all', write(folder, 'xmp-profile', 'look.xmp')]), [
        'Look',
        LOOK.name,
        'RGBTable',
      ]),
  },
  {
    format: 'xmp-profile',
    program: '/usr/bin/python3',
    measure: 'codes of 16 bits (own decoder in Python)',
    // One code is the bar; half of one is what rounding costs.
    bar: 1,
    run: profileTable,
  },
  {
    format: 'xmp-preset',
    program: 'exiftool',
    measure: 'fields missing',
    bar: 1,
    run: (folder) =>
      missing(runProgram('exiftool', ['-s', '-XMP-crs:all', write(folder, 'xmp-preset', 'preset.xmp')]), [
        'Normal',
        'ToneCurvePV2012Red',
        'ToneCurvePV2012Blue',
      ]),
  },
  {
    format: 'dcp',
    program: 'exiftool',
    measure: 'fields missing',
    bar: 1,
    run: (folder) =>
      missing(runProgram('exiftool', ['-s', write(folder, 'dcp', 'look.dcp')]), [
        'DCP',
        'UniqueCameraModel',
        'ProfileToneCurve',
        'ProfileLookTableData',
        LOOK.name,
      ]),
  },
  {
    format: 'icc-abstract',
    program: 'exiftool',
    measure: 'fields missing',
    bar: 1,
    run: (folder) =>
      missing(runProgram('exiftool', ['-s', write(folder, 'icc-abstract', 'abst.icc')]), [
        'Abstract',
        LOOK.name,
      ]),
  },
  {
    format: 'psd',
    program: '/usr/bin/python3',
    measure: 'layers missing (psd-tools)',
    bar: 1,
    run: (folder) => {
      const names = PROOF_STYLE.stack.layers.map(({ name }) => name);
      const output = runProgram('/usr/bin/python3', ['-c', PSD_LAYERS, write(folder, 'psd', 'layers.psd')]);
      return missing(output, [...names, 'curves |', 'huesaturation |', 'colorbalance |', 'group |']);
    },
  },
];
