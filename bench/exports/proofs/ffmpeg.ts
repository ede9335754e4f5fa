/** ffmpeg: `lut3d`, `haldclut` and `curves`. */
import { curvesMapper, grayCurves } from '../../../src/formats/curves/grayCurves';
import { mapPatches, type Patches } from '../patches';
import { runProgram } from '../programs';
import { errorOfRaw, LOOK, PATCHES, THOUSANDTH, write, writePatches, type Proof } from '../proof';

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

/** The preset on 8-bit codes, against natural splines through its points. */
function ffmpegCurves(folder: string): number {
  const filter = `format=rgb24,curves=psfile=${write(folder, 'acv', 'warm.acv')},format=rgb24`;
  const raw = runProgram('ffmpeg', ['-v', 'error', '-i', writePatches(folder, 'png'), '-vf', filter, ...RAW]);
  const curves = grayCurves(LOOK);
  const rounded: Patches = { ...PATCHES, colors: PATCHES.colors.map((v) => Math.round(255 * v) / 255) };
  return PATCHES.largestError(raw, mapPatches(rounded, curvesMapper(curves, LOOK)), 255);
}

export const FFMPEG_PROOFS: readonly Proof[] = [
  {
    format: 'cube',
    program: 'ffmpeg',
    bar: THOUSANDTH,
    run: (folder) => ffmpegLut(folder, write(folder, 'cube', 'a.cube')),
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
  // A level of 8 bits goes to rounding, and ffmpeg rounds the first input to a level of its own.
  { format: 'acv', program: 'ffmpeg', bar: 0.008, run: ffmpegCurves },
];
