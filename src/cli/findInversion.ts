/** Where an inversion comes from when no file holds it: a digital photo of the scene, or the scan alone. */
import type { Compute } from '../compute/protocol';
import type { RgbImage } from '../engine/image/rgbImage';
import { fitInversion } from '../engine/negative/fitInversion';
import { flattenField } from '../engine/negative/flattenField';
import { guessInversion } from '../engine/negative/guessInversion';
import type { Inversion, NegativeKind, Triple } from '../engine/negative/inversion';
import { measureBaseArea, measureFilmBase, type ScanArea } from '../engine/negative/measureFilmBase';
import { kindOfNegative, recognizeNegative } from '../engine/negative/recognizeNegative';
import { sampleColors } from '../engine/sample/sampleColors';
import { runToEnd, type Step } from '../engine/task';
import { UserError } from '../engine/userError';
import { uprightSize } from '../formats/image/rasterToRgbImage';
import { NotAlignedError } from './notAlignedError';
import { readPair } from './readPair';
import { analysisImage, type Picture } from './readPicture';

export interface FindInversionOptions {
  /** What the user says it is; null: Filmfit finds out. */
  readonly kind: NegativeKind | null;
  readonly scanGamma: number | null;
  /** Unexposed film, in pixels of the full-size upright picture that `baseFrom` is, or the scan. */
  readonly baseArea: ScanArea | null;
  /** Another picture of the same film and light to measure the base in, such as the leader. */
  readonly baseFrom: Picture | null;
  readonly flat: RgbImage | null;
}

/** @throws UserError `negative-not-recognized`, and what measuring the film base throws */
export function inversionOfScan(scan: Picture, options: FindInversionOptions): Inversion {
  const { kind, scanGamma } = options;
  const image = flattened(analysisImage(scan), options);
  const found = kind ?? recognizeNegative(image, scanGamma);
  if (found === null) throw new UserError('negative-not-recognized', { file: scan.path });
  const base = knownBase(scan, options);
  return guessInversion(image, { kind: found, scanGamma, ...(base && { base }) });
}

export interface WithPhotoOptions extends FindInversionOptions {
  readonly digital: string;
  readonly compute: Compute;
  readonly signal: AbortSignal;
  readonly onProgress: (step: Step) => void;
}

/** @throws UserError `negative-is-positive`, NotAlignedError, and what fitting throws */
export async function inversionWithPhoto(scan: Picture, options: WithPhotoOptions): Promise<Inversion> {
  const { digital, compute, kind, scanGamma, signal, onProgress } = options;
  const { images } = await readPair({ film: scan.path, digital }, scan.space);
  const film = flattened(images.film, options);
  const { output } = await compute.run('align', { ...images, film }, { signal, onProgress });
  const { alignment, registeredFilm, reliability } = output;
  if (alignment.status !== 'ok') throw new NotAlignedError(alignment.status, scan.path, digital, {});
  if (!alignment.negative && kind === null) throw new UserError('negative-is-positive', { file: scan.path });
  const samples = runToEnd(sampleColors(images.digital, registeredFilm, reliability));
  const measured = measureFilmBase(film, scanGamma, knownBase(scan, options));
  const found = kind ?? kindOfNegative(film, scanGamma);
  return runToEnd(fitInversion([samples], { kind: found, scanGamma, ...measured })).value;
}

function flattened(image: RgbImage, { flat, scanGamma }: FindInversionOptions): RgbImage {
  return flat ? flattenField(image, flat, scanGamma) : image;
}

function knownBase(scan: Picture, options: FindInversionOptions): Triple | undefined {
  const { baseFrom, baseArea, scanGamma } = options;
  if (!baseFrom && !baseArea) return undefined;
  const picture = baseFrom ?? scan;
  const image = flattened(analysisImage(picture), options);
  if (!baseArea) return measureFilmBase(image, scanGamma).base;
  const scale = image.width / uprightSize(picture.raster).width;
  const { left, top, right, bottom } = baseArea;
  const area = { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale };
  return measureBaseArea(image, scanGamma, area);
}
