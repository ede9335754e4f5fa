/** Places marked by hand in both pictures, and the pictures to mark them in. */
import { attempt, type SessionContext } from '../context';
import type { Role } from '../state';
import { NO_HINTS, withoutLastPoint, withPlaceAt, withPoint, type Place01 } from './hints';

export interface HintActions {
  /** Opens or closes the section; opening reads both pictures. */
  show(on: boolean): void;
  mark(role: Role, place: Place01): void;
  /** Puts a place that was marked elsewhere in its picture. */
  move(role: Role, index: number, place: Place01): void;
  takeBack(): void;
  clear(): void;
}

const LONG_EDGE_PX = 600;

export function createHintActions(context: SessionContext): HintActions {
  const { host, store } = context;

  async function readPictures(): Promise<void> {
    const { digital } = store.get();
    for (const role of ['film', 'digital'] as const) {
      const source = store.get()[role];
      if (source === null || digital === null) continue;
      const image = await host.readPicture(source, {
        longEdgePx: LONG_EDGE_PX,
        profileOfDocumentId: digital.documentId,
        selectionOnly: store.get().selectionOnly[role],
      });
      const url = await host.encodePreview(image);
      store.set(({ hintPictures }) => ({ hintPictures: { ...hintPictures, [role]: url } }));
    }
  }

  return {
    show(showHints) {
      store.set({ showHints, hintPictures: {} });
      if (showHints) void attempt(context, 'match', readPictures);
    },
    mark: (role, place) => store.set(({ hints }) => ({ hints: withPoint(hints, role, place) })),
    move: (role, index, place) =>
      store.set(({ hints }) => ({ hints: withPlaceAt(hints, role, index, place) })),
    takeBack: () => store.set(({ hints }) => ({ hints: withoutLastPoint(hints) })),
    clear: () => store.set({ hints: NO_HINTS }),
  };
}
