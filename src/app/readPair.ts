/** The pixels of a film picture and a photo, at analysis size and in the photo's profile. */
import { UserError } from '../engine/userError';
import type { ImagePair, RgbImage } from '../engine/image/rgbImage';
import type { DocumentSummary, PhotoshopHost, PictureSource, PixelArea } from '../photoshop/photoshopHost';
import type { SessionContext } from './context';
import type { KnownPicture } from './knownPicture';
import { readPixelHash } from './pixelHash';
import { findSource } from './pictureSources';
import type { Role } from './state';
import { unreadableError } from './unreadableError';

/** Grain is measured in pixels as fine as these: enough to see it, and small enough for a panel's memory. */
const DETAIL_LONG_EDGE_PX = 3000;
/** Pixels that are hardly finer are not worth a second picture. */
const FINER = 1.2;

/** What was chosen for film and photo; null for what was not. */
export type PairSources = Readonly<Record<Role, PictureSource | null>>;

/** The pictures of a pair, and what of their documents counts. */
export type ChosenPictures = Readonly<
  Record<Role, { readonly source: PictureSource; readonly area: PixelArea | null }>
>;

export interface ReadPicture extends KnownPicture {
  /** What of the document counts; null for all of it. */
  readonly area: PixelArea | null;
}

/** A pair that was read, with what it was read from. */
export interface ReadPair {
  readonly pair: ImagePair;
  /** The film with finer pixels, for its grain; null where the document has none. */
  readonly filmDetail: RgbImage | null;
  readonly read: Readonly<Record<Role, ReadPicture>>;
  /** Of film and photo. */
  readonly documents: readonly DocumentSummary[];
}

/**
 * @param selectionOnly whether only what is selected in the document counts
 * @throws UserError when a picture is missing, gone or of a mode that cannot be read
 */
export async function readPair(
  { host, store }: SessionContext,
  sources: PairSources,
  selectionOnly: Readonly<Record<Role, boolean>> = { film: false, digital: false },
): Promise<ReadPair> {
  const { documents, settings } = store.get();
  const choices = { film: readable(documents, sources.film), digital: readable(documents, sources.digital) };
  const read = async (role: Role): Promise<ReadPicture> => {
    const { source, name } = choices[role];
    const area = selectionOnly[role] ? await host.selectedArea(source.documentId) : null;
    return { source, name, pixelHash: await readPixelHash(host, source), area };
  };
  const pictures = { film: await read('film'), digital: await read('digital') };
  const { widthPx, heightPx } = choices.film.document;
  const isFiner = Math.max(widthPx, heightPx) > FINER * settings.analysisLongEdgePx;
  return {
    filmDetail: isFiner ? await readRole(host, pictures, 'film', DETAIL_LONG_EDGE_PX) : null,
    pair: await readPictures(host, pictures, settings.analysisLongEdgePx),
    read: pictures,
    documents: [choices.film.document, choices.digital.document],
  };
}

/** Both pictures in the photo's profile, without a look of ours that they already wear. */
export async function readPictures(
  host: PhotoshopHost,
  pictures: ChosenPictures,
  longEdgePx: number,
): Promise<ImagePair> {
  return {
    film: await readRole(host, pictures, 'film', longEdgePx),
    digital: await readRole(host, pictures, 'digital', longEdgePx),
  };
}

function readRole(
  host: PhotoshopHost,
  pictures: ChosenPictures,
  role: Role,
  longEdgePx: number,
): Promise<RgbImage> {
  const { source, area } = pictures[role];
  return host.readPicture(source, {
    longEdgePx,
    profileOfDocumentId: pictures.digital.source.documentId,
    ...(area && { area }),
    withoutReplaced: 'look',
  });
}

function readable(documents: readonly DocumentSummary[], source: PictureSource | null) {
  const choice = findSource(documents, source);
  if (choice === null) throw new UserError('picture-missing');
  if (choice.unsupported !== null) throw unreadableError(choice.unsupported, choice.name);
  return choice;
}
