/** Match: read both pictures, run the recipe, keep what it found. */
import { abortError } from '../compute/abortError';
import type { Polarity } from '../engine/align/polarity';
import type { NegativeChoice } from '../engine/negative/invertPairs';
import type { SessionContext } from './context';
import { alignHints } from './hints/hints';
import type { LongWork, ShowProgress } from './longWork';
import type { KnownPicture } from './knownPicture';
import { lookName } from './lookName';
import { drawGrain } from './negative/drawGrain';
import { readFlatOfPair } from './negative/readFlat';
import { SCAN_GAMMAS } from './negative/scanOptions';
import { matchResult, type TogetherResult } from './matchResult';
import { readPixelHash } from './pixelHash';
import { readPair, type PairSources, type ReadPair } from './readPair';
import { freshStyle } from './freshStyle';
import { DEFAULT_LAYER_OPTIONS, type LayerOptions } from './look/layerOptions';

/** Share of the progress bar for reading the two pictures. */
const READING = 0.06;

export interface MatchActions {
  match(): Promise<void>;
  readonly matchTogether: MatchTogether;
  /** Whether a match leaves the sky of the photos out. */
  maskSky(on: boolean): void;
  cancel(): void;
}

/** Matches the chosen pair together with others. Null when it was cancelled or failed, which the user was told. */
export type MatchTogether = (others: readonly PairSources[], name: string) => Promise<TogetherResult | null>;

export function createMatchActions(
  context: SessionContext,
  work: LongWork,
  onMatched: () => void,
): MatchActions {
  const { host, compute, store } = context;

  async function run(
    signal: AbortSignal,
    show: ShowProgress,
    others: readonly PairSources[],
    name: string | null,
  ): Promise<TogetherResult> {
    show('read', 0);
    const { selectionOnly, settings, flatDocumentId, ...state } = store.get();
    const { hints, negative, scanCurve, maskSky } = state;
    const chosen = await readPair(context, { film: state.film, digital: state.digital }, selectionOnly);
    const earlier: ReadPair[] = [];
    for (const sources of others) earlier.push(await readPair(context, sources));
    const flat = selectionOnly.film ? null : await flatOf(chosen);
    const flatPicture = flat && (await knownFlat(flatDocumentId));
    if (signal.aborted) throw abortError();
    const pairs = [
      ...earlier.map(({ pair }) => pair),
      { ...chosen.pair, ...alignHints(hints, polarityOf(negative), chosen.pair) },
    ];
    const details = [...earlier, chosen].map(({ filmDetail }) => filmDetail);
    const { output } = await compute.run(
      'estimate',
      {
        pairs,
        name: name ?? lookName(chosen.read.film.name),
        model: settings.fitModel,
        negative,
        scanGamma: SCAN_GAMMAS[scanCurve],
        maskSky,
        details,
        flats: [...earlier.map(() => null), flat],
      },
      { signal, onProgress: (step) => show(step.stage, READING + (1 - READING) * step.fraction) },
    );
    const { evidence, style, together } = matchResult([...earlier, chosen], output, {
      longEdgePx: settings.analysisLongEdgePx,
      flat: flatPicture,
      choices: { hints, negative, scanCurve, maskSky },
    });
    const layerOptions: LayerOptions = { ...DEFAULT_LAYER_OPTIONS, kind: settings.layerKind };
    const fresh = freshStyle({ style, layerOptions });
    store.set({ evidence, ...fresh, modelScores: null, choosing: false, tab: 'match' });
    onMatched();
    void drawGrain(context, evidence.texture);
    return together;
  }

  /** The flat frame is that of the chosen film: of the light of earlier scans nothing is known. */
  function flatOf({ pair, read: { film, digital } }: ReadPair) {
    const { width, height } = pair.film;
    return readFlatOfPair(context, { film: { ...film, width, height }, digital });
  }

  async function knownFlat(documentId: number | null): Promise<KnownPicture | null> {
    const document = store.get().documents.find(({ id }) => id === documentId);
    if (!document) return null;
    const source = { documentId: document.id, layerId: null };
    return { source, name: document.name, pixelHash: await readPixelHash(host, source) };
  }

  const matchTogether: MatchTogether = (others, name) =>
    work.run('match', (signal, show) => run(signal, show, others, name));

  return {
    match: async () => void (await work.run('match', (signal, show) => run(signal, show, [], null))),
    matchTogether,
    maskSky: (maskSky) => store.set({ maskSky }),
    cancel: work.cancel,
  };
}

/** What the user says of the negative is known to the alignment too. */
function polarityOf(negative: NegativeChoice): Polarity {
  return negative === 'auto' ? 'auto' : negative === 'no' ? 'positive' : 'negative';
}
