import { convertRgbImage } from '../engine/color/convertRgb';
import type { RgbSpaceId } from '../engine/color/rgbSpace';
import { RGB_SPACES } from '../engine/color/rgbSpaces';
import type { AlignHints, AlignInput } from '../engine/align/alignInput';
import { checkPointPairs, resizePointPairs } from '../engine/align/pointPair';
import { UserError } from '../engine/userError';
import type { ImagePair } from '../engine/image/rgbImage';
import { uprightSize } from '../formats/image/rasterToRgbImage';
import { parsePointPairs } from '../formats/pointPairs/parsePointPairs';
import { readTextFile } from './files';
import { analysisImage, readPicture } from './readPicture';
import type { Picture } from './readPicture';
import type { PairPaths } from './readPairOptions';
import { warning } from './warning';
import type { Warning } from './warning';

/** Both pictures as files, and as the engine takes them. */
export interface ReadPair {
  readonly film: Picture;
  readonly digital: Picture;
  /** Analysis size, upright, both in one space; with the hints that were given, in its pixels. */
  readonly images: AlignInput;
  readonly warnings: readonly Warning[];
}

/** @param space of both analysis pictures. @default the space of the digital picture */
export async function readPair(paths: PairPaths, space?: RgbSpaceId): Promise<ReadPair> {
  const film = await readPicture(paths.film);
  const digital = await readPicture(paths.digital);
  const common = space ?? digital.space;
  const warnings = [...film.warnings, ...digital.warnings];
  if (film.space !== common) {
    warnings.push(
      warning('space-converted', {
        film: film.path,
        filmSpace: RGB_SPACES[film.space].label,
        digital: digital.path,
        digitalSpace: RGB_SPACES[common].label,
      }),
    );
  }
  const images = {
    film: convertRgbImage(analysisImage(film), common),
    digital: convertRgbImage(analysisImage(digital), common),
  };
  const hints = await readHints(paths, { film, digital }, images);
  return { film, digital, images: { ...images, ...hints }, warnings };
}

/**
 * A pair that is given twice would count twice and pass for proof of itself; names may differ, so that bytes are compared.
 * @throws UserError `pair-twice`
 */
export function checkNewPair({ film, digital }: ReadPair, others: readonly ReadPair[]): void {
  const twin = others.find(
    (other) => other.film.sha256 === film.sha256 && other.digital.sha256 === digital.sha256,
  );
  if (twin)
    throw new UserError('pair-twice', { file: film.path, digital: digital.path, other: twin.film.path });
}

async function readHints(
  { points: file, polarity }: PairPaths,
  full: { readonly film: Picture; readonly digital: Picture },
  images: ImagePair,
): Promise<AlignHints> {
  if (file === undefined) return { polarity };
  const points = parsePointPairs(await readTextFile(file), file);
  const size = { film: uprightSize(full.film.raster), digital: uprightSize(full.digital.raster) };
  checkPointPairs(points, size);
  return { polarity, points: resizePointPairs(points, size, images) };
}
