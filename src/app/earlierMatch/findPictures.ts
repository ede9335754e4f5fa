/** The pictures of an earlier match among those that are open now. */
import type { DocumentSummary, PhotoshopHost, PictureSource } from '../../photoshop/photoshopHost';
import type { KnownPicture } from '../knownPicture';
import { readPixelHash } from '../pixelHash';
import { isSameSource, listSources } from '../pictureSources';

export interface FoundPictures {
  /** In the order asked for; null for what is closed or changed. */
  readonly sources: readonly (PictureSource | null)[];
  /** Names, each once. */
  readonly closed: readonly string[];
  readonly changed: readonly string[];
}

/**
 * A picture is the one with its name, or in its place under another name, that shows the same pixels.
 * @throws UserError as `readPicture` does
 */
export async function findPictures(
  host: PhotoshopHost,
  documents: readonly DocumentSummary[],
  wanted: readonly KnownPicture[],
): Promise<FoundPictures> {
  const open = listSources(documents);
  const [closed, changed] = [new Set<string>(), new Set<string>()];
  const sources: (PictureSource | null)[] = [];
  for (const { source, name, pixelHash } of wanted) {
    const candidates = open.filter((each) => each.name === name || isSameSource(each.source, source));
    let found: PictureSource | null = null;
    for (const candidate of candidates) {
      if (candidate.unsupported !== null) continue;
      if ((await readPixelHash(host, candidate.source)) !== pixelHash) continue;
      found = candidate.source;
      break;
    }
    sources.push(found);
    if (found === null) (candidates.some((each) => each.name === name) ? changed : closed).add(name);
  }
  return { sources, closed: [...closed], changed: [...changed] };
}
