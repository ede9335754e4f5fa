/**
 * The pictures of the look that outlived a reload of the plugin. They are shown again as soon as they are open as they
 * were; meanwhile the panel can be used.
 */
import { isAbortError } from '../../compute/abortError';
import { notify, type SessionContext } from '../context';
import type { DocumentActions } from '../documents';
import { errorNotice } from '../errorNotice';
import { drawGrain } from '../negative/drawGrain';
import type { PictureSource } from '../pictureSources';
import type { CurrentStyle } from '../currentStyle';
import type { MatchFindings } from '../evidence';
import { TEXTS } from '../texts';
import { findPictures } from './findPictures';
import { MATCH_FILE, parseMatch } from './matchFile';
import { readAgain, type FoundPair } from './readAgain';

export interface EarlierMatch {
  /** Takes up what is known of the match that gave this look. */
  load(style: CurrentStyle): Promise<void>;
  /** Looks for the pictures among those that are open, and shows them. */
  show(): Promise<void>;
  /** Gives up: another match begins, or the user does not want to wait. */
  cancel(): void;
}

/** What the session does when the pictures are back. */
export interface EarlierMatchHooks {
  readonly choose: DocumentActions['choose'];
  /** The look and its pictures have changed. */
  readonly onStyle: () => void;
}

export function createEarlierMatch(context: SessionContext, hooks: EarlierMatchHooks): EarlierMatch {
  const { host, store } = context;
  let waiting: { readonly findings: MatchFindings; readonly style: CurrentStyle } | null = null;
  let running: AbortController | null = null;
  /** Which documents were looked through last: the same ones need not be read again. */
  let lookedThrough: string | null = null;

  const tell = (name: string, remedy: string) =>
    notify(context, 'save', { tone: 'notice', title: TEXTS.save.restored(name), remedy });

  /** Until another look is taken, whatever is changed on this one. */
  function wanted() {
    const { style, evidence } = store.get();
    if (waiting?.style.fitted !== style?.fitted || evidence !== null) waiting = null;
    return waiting;
  }

  async function lookAndRead(signal: AbortSignal): Promise<void> {
    const earlier = wanted();
    if (earlier === null) return;
    const { findings, style } = earlier;
    const { pairs, flat } = findings.madeFrom;
    const known = [...pairs.flatMap(({ film, digital }) => [film, digital]), ...(flat ? [flat] : [])];
    const { sources, closed, changed } = await findPictures(host, store.get().documents, known);
    if (signal.aborted) return;
    if (closed.length + changed.length > 0)
      return tell(style.look.name, TEXTS.save.picturesGone(closed, changed));
    if (flat) store.set({ flatDocumentId: sources[known.length - 1]?.documentId ?? null });
    const pairSources = pairs.map((_, i) => pairAt(sources, i));
    const evidence = await readAgain(context, findings, pairSources, {
      signal,
      show: (rereading) => store.set({ rereading }),
    });
    if (signal.aborted || wanted() === null) return;
    if (evidence === null) return tell(style.look.name, TEXTS.save.matchForPictures);
    const shown = pairs.length - 1;
    for (const role of ['film', 'digital'] as const) hooks.choose(role, pairSources[shown][role]);
    const { film, digital } = pairs[shown];
    store.set((state) => ({
      ...findings.madeFrom.choices,
      selectionOnly: { film: film.area !== null, digital: digital.area !== null },
      evidence,
      style: state.style && { ...state.style, origin: 'match' },
      choosing: false,
    }));
    waiting = null;
    notify(context, 'save', { tone: 'positive', title: TEXTS.save.picturesBack(style.look.name) });
    hooks.onStyle();
    void drawGrain(context, evidence.texture);
  }

  return {
    async load(style) {
      const text = await host.readData(MATCH_FILE);
      const findings = text === null ? null : parseMatch(text, style.fitted);
      waiting = findings && { findings, style };
      tell(style.look.name, findings ? '' : TEXTS.save.matchForPictures);
    },

    async show() {
      const open = store
        .get()
        .documents.map(({ id, name }) => `${id} ${name}`)
        .join('\n');
      if (running || wanted() === null || open === lookedThrough) return;
      lookedThrough = open;
      const { signal } = (running = new AbortController());
      store.set({ rereading: 0 });
      try {
        await lookAndRead(signal);
      } catch (error) {
        if (!isAbortError(error)) notify(context, 'save', errorNotice(error));
        // Photoshop may have been busy: the next thing that happens there is a reason to try again.
        lookedThrough = null;
      }
      running = null;
      store.set({ rereading: null });
    },

    cancel() {
      const earlier = wanted();
      waiting = null;
      running?.abort();
      if (earlier) tell(earlier.style.look.name, TEXTS.save.matchForPictures);
    },
  };
}

/** Found pictures come film, digital, film, digital… */
function pairAt(sources: readonly (PictureSource | null)[], i: number): FoundPair {
  const [film, digital] = [sources[2 * i], sources[2 * i + 1]];
  if (!film || !digital) throw new RangeError(`Expected both pictures of pair ${i + 1}, one is missing.`);
  return { film, digital };
}
