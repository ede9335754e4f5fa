/** The pixels of a film picture and a photo, at analysis size and in the photo's profile. */
import { UserError } from '../engine/userError';
import type { ImagePair, RgbImage } from '../engine/image/rgbImage';
import type { DocumentSummary, PictureSource } from '../photoshop/photoshopHost';
import type { SessionContext } from './context';
import { readPixelHash } from './pixelHash';
import { findSource } from './pictureSources';
import type { Role } from './state';
import { unreadableError } from './unreadableError';

/** Grain is measured in pixels as fine as these: enough to see it, and small enough for a panel's memory. */
const DETAIL_LONG_EDGE_PX = 3000;
/** Pixels that are hardly finer are not worth a second picture. */
const FINER = 1.2;

export type PairSources = Readonly<Record<Role, PictureSource | null>>;

export interface ReadPair {
  readonly pair: ImagePair;
  /** The film with finer pixels, for its grain; null where the document has none. */
  readonly filmDetail: RgbImage | null;
  readonly filmName: string;
  readonly digitalName: string;
  /** By which both are known again under other names: `readPixelHash`. */
  readonly filmPixelHash: string;
  readonly digitalPixelHash: string;
  readonly digitalDocumentId: number;
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
  const film = readable(documents, sources.film);
  const digital = readable(documents, sources.digital);
  const options = (role: Role) => ({
    longEdgePx: settings.analysisLongEdgePx,
    profileOfDocumentId: digital.source.documentId,
    selectionOnly: selectionOnly[role],
  });
  const longEdgePx = Math.max(film.document.widthPx, film.document.heightPx);
  const isFiner = longEdgePx > FINER * settings.analysisLongEdgePx;
  return {
    filmDetail: isFiner
      ? await host.readPicture(film.source, { ...options('film'), longEdgePx: DETAIL_LONG_EDGE_PX })
      : null,
    pair: {
      film: await host.readPicture(film.source, options('film')),
      digital: await host.readPicture(digital.source, options('digital')),
    },
    filmName: film.name,
    digitalName: digital.name,
    filmPixelHash: await readPixelHash(host, film.source),
    digitalPixelHash: await readPixelHash(host, digital.source),
    digitalDocumentId: digital.source.documentId,
    documents: [film.document, digital.document],
  };
}

function readable(documents: readonly DocumentSummary[], source: PictureSource | null) {
  const choice = findSource(documents, source);
  if (choice === null) throw new UserError('picture-missing');
  if (choice.unsupported !== null) throw unreadableError(choice.unsupported, choice.name);
  return choice;
}
