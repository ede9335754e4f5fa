/** The pictures that a stock was learned from, among those that are open. A stock remembers their names and hashes. */
import type { Look } from '../../engine/look';
import { UserError } from '../../engine/userError';
import type { DocumentSummary, PhotoshopHost, PictureSource } from '../../photoshop/photoshopHost';
import { readPixelHash } from '../pixelHash';
import { findSource, isSameSource, listSources, type SourceChoice } from '../pictureSources';
import type { PairSources } from '../readPair';

/**
 * A picture is looked for by its name, and where none or several have that name by its pixels.
 * @throws UserError when the stock has no pairs, one of its pictures is not open, or `added` is one of its pairs
 */
export async function pairsOfStock(
  host: PhotoshopHost,
  look: Look,
  documents: readonly DocumentSummary[],
  added: PairSources,
): Promise<readonly PairSources[]> {
  const { name, provenance } = look;
  if (provenance.pairs.length === 0) throw new UserError('stock-without-pairs', { name });
  const known = new UserError('stock-pair-known', { name });
  const addedHashes = await hashesOf(host, documents, added);
  if (addedHashes && provenance.pairs.some((pair) => isSamePair(pair, addedHashes))) throw known;
  const pairs = await openPairs(host, look, documents);
  // A pair from before hashes were kept is known by its documents alone.
  if (pairs.some((pair) => isSameSource(pair.film, added.film) && isSameSource(pair.digital, added.digital)))
    throw known;
  return pairs;
}

/** @throws UserError when one of the pictures is not open */
export async function openPairs(
  host: PhotoshopHost,
  { name, provenance }: Look,
  documents: readonly DocumentSummary[],
): Promise<readonly PairSources[]> {
  const open = listSources(documents);
  const missing = new Set<string>();
  const find = async (wanted: string, hash: string | undefined) => {
    const found = await findPicture(host, open, wanted, hash);
    if (found === null) missing.add(wanted);
    return found;
  };
  const pairs: PairSources[] = [];
  for (const { film, digital, filmPixelHash, digitalPixelHash } of provenance.pairs)
    pairs.push({ film: await find(film, filmPixelHash), digital: await find(digital, digitalPixelHash) });
  if (missing.size > 0)
    throw new UserError('stock-pairs-closed', { name, pictures: [...missing].join(', ') });
  return pairs;
}

interface PairHashes {
  readonly filmPixelHash?: string;
  readonly digitalPixelHash?: string;
}

function isSamePair(a: PairHashes, b: Required<PairHashes>): boolean {
  return a.filmPixelHash === b.filmPixelHash && a.digitalPixelHash === b.digitalPixelHash;
}

/** Null while one of the two cannot be read: matching says why. */
async function hashesOf(
  host: PhotoshopHost,
  documents: readonly DocumentSummary[],
  { film, digital }: PairSources,
): Promise<Required<PairHashes> | null> {
  const isReadable = (source: PictureSource) => findSource(documents, source)?.unsupported === null;
  if (film === null || digital === null || !isReadable(film) || !isReadable(digital)) return null;
  return {
    filmPixelHash: await readPixelHash(host, film),
    digitalPixelHash: await readPixelHash(host, digital),
  };
}

async function findPicture(
  host: PhotoshopHost,
  open: readonly SourceChoice[],
  wanted: string,
  hash: string | undefined,
): Promise<PictureSource | null> {
  const named = open.filter(({ name }) => name === wanted);
  if (hash === undefined || named.length === 1) return named[0]?.source ?? null;
  const candidates = named.length > 0 ? named : open;
  for (const { source, unsupported } of candidates)
    if (unsupported === null && (await readPixelHash(host, source)) === hash) return source;
  return named[0]?.source ?? null;
}
