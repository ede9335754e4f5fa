/** The pictures of an earlier match, read again and laid on each other as they were. */
import { abortError } from '../../compute/abortError';
import type { RegisteredPictures } from '../../engine/measureStyle';
import type { SessionContext } from '../context';
import { keptPictures } from '../keptPictures';
import { readFlatOfPair } from '../negative/readFlat';
import { SCAN_GAMMAS } from '../negative/scanOptions';
import type { PictureSource } from '../pictureSources';
import { readPictures, type ChosenPictures } from '../readPair';
import type { Evidence, MatchFindings } from '../evidence';
import type { Role } from '../state';
import type { MatchedPair } from './madeFrom';

/** Share of the time for reading; laying the film on the photo takes the rest. */
const READING = 0.5;

/** Where the film and the photo of a pair are now. */
export type FoundPair = Readonly<Record<Role, PictureSource>>;

export interface ReadAgain {
  readonly signal: AbortSignal;
  readonly show: (fraction: number) => void;
}

/**
 * @param sources of every pair, in its order
 * @returns null when a picture has another size than it had: its mapping would say nothing
 * @throws UserError as `readPicture` and `readFlatOfPair` do
 */
export async function readAgain(
  context: SessionContext,
  findings: MatchFindings,
  sources: readonly FoundPair[],
  { signal, show }: ReadAgain,
): Promise<Evidence | null> {
  const { madeFrom } = findings;
  const last = madeFrom.pairs.length - 1;
  const registered: RegisteredPictures[] = [];
  for (const [i, matched] of madeFrom.pairs.entries()) {
    const from = i / madeFrom.pairs.length;
    const showPart = (share: number) => show(from + share / madeFrom.pairs.length);
    showPart(0);
    const pair = await readPictures(context.host, chosenAgain(matched, sources[i]), madeFrom.longEdgePx);
    if (!hasSizeOf(pair.film, matched.film) || !hasSizeOf(pair.digital, matched.digital)) return null;
    const flat =
      i === last && madeFrom.flat ? await readFlatOfPair(context, movedTo(matched, sources[i])) : null;
    if (signal.aborted) throw abortError();
    const { choices, inversion } = madeFrom;
    const { negative, scanCurve } = choices;
    const { alignment } = matched;
    const { output } = await context.compute.run(
      'register',
      { pair, flat, scanGamma: SCAN_GAMMAS[scanCurve], negative, alignment, inversion },
      { signal, onProgress: ({ fraction }) => showPart(READING + (1 - READING) * fraction) },
    );
    registered.push({ digital: pair.digital, ...output });
  }
  return {
    ...findings,
    ...keptPictures(registered),
    digitalDocumentId: sources[last].digital.documentId,
    madeFrom: { ...madeFrom, pairs: madeFrom.pairs.map((pair, i) => movedTo(pair, sources[i])) },
  };
}

function chosenAgain({ film, digital }: MatchedPair, sources: FoundPair): ChosenPictures {
  return {
    film: { source: sources.film, area: film.area },
    digital: { source: sources.digital, area: digital.area },
  };
}

/** Documents have other numbers when they have been opened again. */
function movedTo(pair: MatchedPair, sources: FoundPair): MatchedPair {
  return {
    ...pair,
    film: { ...pair.film, source: sources.film },
    digital: { ...pair.digital, source: sources.digital },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const hasSizeOf = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;
