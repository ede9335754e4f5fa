/**
 * Every proof of an export by a program that others have written: the largest difference between what the program makes
 * of our file and what the look (or the format's own arithmetic) asks for.
 */
import fs from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { createRgbToLab } from '../../src/engine/color/lab';
import { deltaE2000 } from '../../src/engine/metrics/deltaE';
import { bakeLut } from '../../src/engine/render/bakeLut';
import { neutralLook, type Look } from '../../src/engine/look';
import type { ExportId } from '../../src/formats/export/exporter';
import { EXPORTERS } from '../../src/formats/export/exporters';
import { curvesMapper, grayCurves } from '../../src/formats/curves/grayCurves';
import { lut3dParams } from '../../src/formats/dtstyle/exportDtstyle';
import type { Style } from '../../src/formats/style/style';
import { buildDescriptor } from '../../src/photoshop/descriptors/descriptorOf';
import { classicStack } from '../../test/support/classicStack';
import { lookOnPatches, makePatches, mapPatches, readPixels, type Patches } from './patches';
import { runProgram } from './programs';

export interface Proof {
  readonly format: ExportId;
  readonly program: string;
  /** What is measured, where it is not the largest difference of a channel, of full scale. */
  readonly measure?: string;
  /** The result has to be below this. */
  readonly bar: number;
  /** Takes many seconds: for the benchmark, not for the tests. */
  readonly slow?: boolean;
  /** @returns what was measured. @throws Error when the program refuses the file */
  readonly run: (folder: string) => number;
}

/**
 * Mixed channels and bent curves, without kinks between the nodes of a LUT: what is measured is the format and its
 * reader, not how many nodes a look needs.
 */
const LOOK: Look = {
  ...neutralLook('srgb', 'Warm 400'),
  matrix: [0.85, 0.15, 0, 0.05, 0.9, 0.05, 0, 0.1, 0.9],
  tone: Array.from({ length: 65 }, (_, i) => 0.05 + 0.75 * (i / 64) + 0.15 * (i / 64) ** 2),
  channels: { ...neutralLook('srgb').channels, blue: [0.08, 0.92] },
};
export const PROOF_STYLE: Style = { look: LOOK, stack: classicStack() };

/** The bar of the project: a thousandth of full scale. */
const THOUSANDTH = 0.001;
const PATCHES = makePatches(21);

/** Writes the export into the folder and gives its path. */
function write(folder: string, id: ExportId, name: string, size?: number): string {
  const exporter = EXPORTERS.find((candidate) => candidate.id === id);
  if (!exporter) throw new RangeError(`There is no export “${id}”.`);
  const { content, companion } = exporter.export(PROOF_STYLE, {
    ...(size !== undefined && { size }),
    baseName: path.parse(name).name,
    pathOf: (beside) => path.join(folder, beside),
    deflate: deflateSync,
    describe: buildDescriptor,
  });
  if (companion) fs.writeFileSync(path.join(folder, companion.name), companion.content);
  fs.writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

function writePatches(folder: string, type: 'png' | 'tiff', patches: Patches = PATCHES): string {
  const file = path.join(folder, `patches.${type === 'tiff' ? 'tif' : 'png'}`);
  fs.writeFileSync(file, patches.picture(type));
  return file;
}

const expectedOfLook = (): Float32Array => lookOnPatches(PATCHES, LOOK);

function errorOfRaw(raw: Buffer): number {
  const pixels = new Uint16Array(Uint8Array.from(raw).buffer);
  return PATCHES.largestError(pixels, expectedOfLook(), 65535);
}

function errorOfFile(file: string, expected = expectedOfLook()): number {
  const { pixels, fullScale } = readPixels(fs.readFileSync(file));
  return PATCHES.largestError(pixels, expected, fullScale);
}

const RAW = ['-frames:v', '1', '-f', 'rawvideo', '-'];

function ffmpegLut(folder: string, file: string): number {
  const filter = `format=gbrpf32le,lut3d=file=${file}:interp=tetrahedral,format=rgb48le`;
  return errorOfRaw(
    runProgram('ffmpeg', ['-v', 'error', '-i', writePatches(folder, 'png'), '-vf', filter, ...RAW]),
  );
}

function ffmpegHald(folder: string, level: number): number {
  // Packed pixels: ffmpeg's planar path is known to be wrong.
  const graph = '[0]format=rgb48le[a];[1]format=rgb48le[b];[a][b]haldclut=interp=tetrahedral,format=rgb48le';
  const files = ['-i', writePatches(folder, 'png'), '-i', write(folder, 'hald', `hald${level}.png`, level)];
  return errorOfRaw(runProgram('ffmpeg', ['-v', 'error', ...files, '-filter_complex', graph, ...RAW]));
}

function imageMagickHald(folder: string, level: number): number {
  const hald = write(folder, 'hald', `hald${level}.png`, level);
  const raw = ['-depth', '16', '-endian', 'LSB', 'rgb:-'];
  return errorOfRaw(runProgram('convert', [writePatches(folder, 'png'), hald, '-hald-clut', ...raw]));
}

/** Some of the patches, one a run: the program takes one color. */
function ocioLut(file: string): number {
  const expected = expectedOfLook();
  let largest = 0;
  for (let i = 0; i < 60; i += 3) {
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

function rawTherapee(folder: string, profile: string, expected: Float32Array): number {
  const out = path.join(folder, 'rawtherapee.tif');
  const input = writePatches(folder, 'tiff');
  runProgram('rawtherapee-cli', ['-o', out, '-p', profile, '-b16', '-t', '-Y', '-q', '-c', input], {
    cwd: folder,
  });
  return errorOfFile(out, expected);
}

/** The parameters of the style in a side-car: darktable-cli takes no style file without importing it first. */
function darktable(folder: string): number {
  write(folder, 'dtstyle', 'warm.dtstyle');
  const params = /<op_params>([0-9a-f]+)</.exec(
    fs.readFileSync(path.join(folder, 'warm.dtstyle'), 'utf8'),
  )?.[1];
  if (params !== lut3dParams('warm.cube', 'srgb')) throw new Error('The style holds other parameters.');
  const xmp = path.join(folder, 'warm.xmp');
  fs.writeFileSync(xmp, sideCar(params));
  const out = path.join(folder, 'darktable.tif');
  const input = writePatches(folder, 'tiff');
  fs.rmSync(out, { force: true });
  const settings = [`plugins/darkroom/lut3d/def_path=${folder}`, 'plugins/imageio/format/tiff/bpp=16'];
  runProgram(
    'darktable-cli',
    [
      input,
      xmp,
      out,
      '--core',
      '--configdir',
      folder,
      '--library',
      ':memory:',
      ...settings.flatMap((s) => ['--conf', s]),
    ],
    { cwd: folder },
  );
  return errorOfFile(out);
}

function sideCar(params: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:darktable="http://darktable.sf.net/" darktable:xmp_version="5"
 darktable:auto_presets_applied="1" darktable:history_end="1"><darktable:history><rdf:Seq>
<rdf:li darktable:num="0" darktable:operation="lut3d" darktable:enabled="1" darktable:modversion="3"
 darktable:params="${params}" darktable:multi_name="" darktable:multi_priority="0"/>
</rdf:Seq></darktable:history></rdf:Description></rdf:RDF></x:xmpmeta>
`;
}

/** The preset on 8-bit codes, against natural splines through its points. */
function ffmpegCurves(folder: string): number {
  const filter = `format=rgb24,curves=psfile=${write(folder, 'acv', 'warm.acv')},format=rgb24`;
  const raw = runProgram('ffmpeg', ['-v', 'error', '-i', writePatches(folder, 'png'), '-vf', filter, ...RAW]);
  const curves = grayCurves(LOOK);
  const rounded: Patches = { ...PATCHES, colors: PATCHES.colors.map((v) => Math.round(255 * v) / 255) };
  return PATCHES.largestError(raw, mapPatches(rounded, curvesMapper(curves, LOOK)), 255);
}

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

export const PROOFS: readonly Proof[] = [
  {
    format: 'cube',
    program: 'ffmpeg',
    bar: THOUSANDTH,
    run: (folder) => ffmpegLut(folder, write(folder, 'cube', 'a.cube')),
  },
  {
    format: 'cube',
    program: 'ociochecklut',
    bar: THOUSANDTH,
    run: (folder) => ocioLut(write(folder, 'cube', 'a.cube')),
  },
  { format: 'hald', program: 'convert', bar: THOUSANDTH, run: (folder) => imageMagickHald(folder, 8) },
  {
    format: 'hald',
    program: 'convert',
    measure: 'level 12',
    slow: true,
    bar: THOUSANDTH,
    run: (folder) => imageMagickHald(folder, 12),
  },
  { format: 'hald', program: 'ffmpeg', bar: THOUSANDTH, run: (folder) => ffmpegHald(folder, 8) },
  {
    format: 'hald',
    program: 'ffmpeg',
    measure: 'level 12',
    slow: true,
    bar: THOUSANDTH,
    run: (folder) => ffmpegHald(folder, 12),
  },
  {
    format: '3dl',
    program: 'ffmpeg',
    bar: 0.005,
    // ffmpeg reads .3dl files of 17 steps, and takes 4096 for white.
    run: (folder) => ffmpegLut(folder, write(folder, '3dl', 'a17.3dl', 17)),
  },
  {
    format: '3dl',
    program: 'ociochecklut',
    bar: THOUSANDTH,
    run: (folder) => ocioLut(write(folder, '3dl', 'a.3dl')),
  },
  // A level of 8 bits goes to rounding, and ffmpeg rounds the first input to a level of its own.
  { format: 'acv', program: 'ffmpeg', bar: 0.008, run: ffmpegCurves },
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
  {
    format: 'pp3',
    program: 'rawtherapee-cli',
    slow: true,
    bar: THOUSANDTH,
    run: (folder) => rawTherapee(folder, write(folder, 'pp3', 'warm.pp3'), expectedOfLook()),
  },
  {
    format: 'pp3-curves',
    program: 'rawtherapee-cli',
    slow: true,
    measure: 'against the format’s own curves',
    bar: THOUSANDTH,
    run: (folder) => {
      const curves = grayCurves(LOOK, { whole: false });
      const expected = mapPatches(PATCHES, curvesMapper(curves, LOOK));
      return rawTherapee(folder, write(folder, 'pp3-curves', 'curves.pp3'), expected);
    },
  },
  { format: 'dtstyle', program: 'darktable-cli', slow: true, bar: THOUSANDTH, run: darktable },
  {
    format: 'xmp-profile',
    program: 'exiftool',
    measure: 'fields missing',
    bar: 1,
    run: (folder) =>
      missing(runProgram('exiftool', ['-s', '-XMP-crs:all', write(folder, 'xmp-profile', 'look.xmp')]), [
        'Look',
        'Warm 400',
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
        'Warm 400',
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
        'Warm 400',
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
