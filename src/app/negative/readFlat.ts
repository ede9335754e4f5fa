/** The light of a scan without film, from the document that the user chose for it. */
import type { RgbImage } from '../../engine/image/rgbImage';
import { UserError } from '../../engine/userError';
import type { SessionContext } from '../context';
import type { PictureSource } from '../pictureSources';

const LONG_EDGE_PX = 1200;
/** log of the ratio of two shapes that still count as one. */
const SAME_SHAPE = 0.02;

export interface ScannedFrame {
  readonly name: string;
  /** In any unit: only the shape counts. */
  readonly width: number;
  readonly height: number;
}

/** The light that the film of a pair was scanned in. @throws UserError as `readFlat` does */
export function readFlatOfPair(
  context: SessionContext,
  { film, digital }: { readonly film: ScannedFrame & Placed; readonly digital: Placed },
): Promise<RgbImage | null> {
  const { documentId } = digital.source;
  return readFlat(context, film, documentId, [film.source.documentId, documentId]);
}

interface Placed {
  readonly source: PictureSource;
}

/**
 * @param profileOfDocumentId the document in whose profile the light is read
 * @param others documents that are no flat frame: the scan itself, and its partner
 * @returns null where none is chosen
 * @throws UserError `flat-other-shape`: the light is known where the scan is only if both are framed alike
 */
export async function readFlat(
  { host, store }: SessionContext,
  scan: ScannedFrame,
  profileOfDocumentId: number,
  others: readonly number[],
): Promise<RgbImage | null> {
  const { documents, flatDocumentId } = store.get();
  const flat = documents.find(({ id }) => id === flatDocumentId);
  if (!flat || others.includes(flat.id)) return null;
  const ratio = (scan.width * flat.heightPx) / (scan.height * flat.widthPx);
  if (Math.abs(Math.log(ratio)) > SAME_SHAPE) {
    throw new UserError('flat-other-shape', { name: scan.name, flat: flat.name });
  }
  const source = { documentId: flat.id, layerId: null };
  return host.readPicture(source, { longEdgePx: LONG_EDGE_PX, profileOfDocumentId });
}
