/** Which documents are open, and which of them are the film and the digital picture. */
import type { DocumentSummary, PictureSource } from '../photoshop/photoshopHost';
import { NO_HINTS } from './hints/hints';
import { attempt, type SessionContext } from './context';
import { inspectScan } from './filmScan';
import { guessPair } from './guessPair';
import { findSource, isSameSource, sourceKey } from './pictureSources';
import type { Role, SessionState } from './state';

/** Larger than it is shown: the edge of the film's gate has to be found in it. */
const THUMBNAIL_LONG_EDGE_PX = 320;

export interface DocumentActions {
  refresh(): Promise<void>;
  choose(role: Role, source: PictureSource): void;
  swap(): void;
  /** Whether only the selection of that document counts. */
  useSelectionOnly(role: Role, on: boolean): void;
  /** Makes an open document one that can be read and applied to. */
  convertToRgb(documentId: number): Promise<void>;
}

/** Documents of another mode, or of 32 bits; an empty layer cannot be helped. */
export const isConvertible = ({ unsupported }: DocumentSummary): boolean =>
  unsupported === 'mode-not-rgb' || unsupported === 'depth-32';

export function createDocumentActions(context: SessionContext): DocumentActions {
  const { host, store } = context;
  /** Roles that the user filled by hand: guesses leave them alone. */
  const chosen = new Set<Role>();

  async function loadThumbnails(): Promise<void> {
    const { film, digital } = store.get();
    for (const source of [film, digital]) {
      if (source === null || store.get().thumbnails[sourceKey(source)]) continue;
      try {
        const options = { longEdgePx: THUMBNAIL_LONG_EDGE_PX, profileOfDocumentId: source.documentId };
        const image = await host.readPicture(source, options);
        const url = await host.encodePreview(image);
        const thumbnail = { url, widthPx: image.width, heightPx: image.height, scan: inspectScan(image) };
        store.set((state) => ({ thumbnails: { ...state.thumbnails, [sourceKey(source)]: thumbnail } }));
      } catch {
        // A picture without thumbnail is still a picture; Match says what is wrong with it, if anything is.
      }
    }
  }

  /** Points belong to the pictures that they were marked in. */
  function forgetPoints(): void {
    store.set({ hints: NO_HINTS, showHints: false, hintPictures: {} });
  }

  return {
    async refresh() {
      const documents = await host.documents();
      const pair = keepOrGuess(store.get(), documents, chosen);
      store.set((state) => ({
        ready: true,
        documents,
        ...pair,
        thumbnails: thumbnailsOf(documents, state.thumbnails),
        targetDocumentId: targetAmong(documents, state.targetDocumentId, pair.digital),
      }));
      await loadThumbnails();
    },

    choose(role, source) {
      chosen.add(role);
      store.set((state) => {
        const other: Role = role === 'film' ? 'digital' : 'film';
        // Choosing the other role's picture means that the two were the wrong way round.
        const swapped = isSameSource(state[other], source) ? { [other]: state[role] } : {};
        return { [role]: source, ...swapped };
      });
      forgetPoints();
      void loadThumbnails();
    },

    swap() {
      chosen.add('film').add('digital');
      store.set(({ film, digital, selectionOnly }) => ({
        film: digital,
        digital: film,
        selectionOnly: { film: selectionOnly.digital, digital: selectionOnly.film },
      }));
      forgetPoints();
    },

    useSelectionOnly(role, on) {
      store.set(({ selectionOnly }) => ({ selectionOnly: { ...selectionOnly, [role]: on } }));
      forgetPoints();
    },

    convertToRgb: (documentId) => attempt(context, 'match', () => host.convertToRgb(documentId)),
  };
}

function keepOrGuess(
  state: SessionState,
  documents: readonly DocumentSummary[],
  chosen: Set<Role>,
): Pick<SessionState, 'film' | 'digital'> {
  for (const role of ['film', 'digital'] as const) {
    if (findSource(documents, state[role]) === null) chosen.delete(role);
  }
  const guess = guessPair(documents);
  const film = chosen.has('film') ? state.film : guess.film;
  const digital = chosen.has('digital') ? state.digital : guess.digital;
  if (!isSameSource(film, digital)) return { film, digital };
  // The guess for one role is what the user chose for the other: offer the rest.
  return chosen.has('film') ? { film, digital: guess.film } : { film: guess.digital, digital };
}

function thumbnailsOf(
  documents: readonly DocumentSummary[],
  thumbnails: SessionState['thumbnails'],
): SessionState['thumbnails'] {
  const open = new Set(documents.map((document) => `${document.id}`));
  return Object.fromEntries(Object.entries(thumbnails).filter(([key]) => open.has(key.split('/')[0])));
}

/** The target stays while it is open; else the digital photo, else the active document. */
function targetAmong(
  documents: readonly DocumentSummary[],
  target: number | null,
  digital: PictureSource | null,
): number | null {
  const usable = documents.filter((document) => document.unsupported === null);
  const isOpen = (id: number | null | undefined) => usable.some((document) => document.id === id);
  if (isOpen(target)) return target;
  if (digital && isOpen(digital.documentId)) return digital.documentId;
  return (usable.find((document) => document.active) ?? usable[0])?.id ?? null;
}
