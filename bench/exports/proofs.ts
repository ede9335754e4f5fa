/**
 * Every proof of an export by a program that others have written: the largest difference between what the program makes
 * of our file and what the look (or the format's own arithmetic) asks for.
 */
import type { Proof } from './proof';
import { FFMPEG_PROOFS } from './proofs/ffmpeg';
import { ICC_PROOFS } from './proofs/iccPrograms';
import { IMAGE_MAGICK_PROOFS } from './proofs/imageMagick';
import { OPEN_COLOR_IO_PROOFS } from './proofs/openColorIo';
import { RAW_CONVERTER_PROOFS } from './proofs/rawConverters';
import { READER_PROOFS } from './proofs/readers';

export const PROOFS: readonly Proof[] = [
  ...FFMPEG_PROOFS,
  ...OPEN_COLOR_IO_PROOFS,
  ...IMAGE_MAGICK_PROOFS,
  ...ICC_PROOFS,
  ...RAW_CONVERTER_PROOFS,
  ...READER_PROOFS,
];
