/** ImageMagick: `-hald-clut`. */
import { runProgram } from '../programs';
import { errorOfRaw, THOUSANDTH, write, writePatches, type Proof } from '../proof';

function imageMagickHald(folder: string, level: number): number {
  const hald = write(folder, 'hald', `hald${level}.png`, level);
  const raw = ['-depth', '16', '-endian', 'LSB', 'rgb:-'];
  return errorOfRaw(runProgram('convert', [writePatches(folder, 'png'), hald, '-hald-clut', ...raw]));
}

export const IMAGE_MAGICK_PROOFS: readonly Proof[] = [
  { format: 'hald', program: 'convert', bar: THOUSANDTH, run: (folder) => imageMagickHald(folder, 8) },
  {
    format: 'hald',
    program: 'convert',
    measure: 'level 12',
    slow: true,
    bar: THOUSANDTH,
    run: (folder) => imageMagickHald(folder, 12),
  },
];
