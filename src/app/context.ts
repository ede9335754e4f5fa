/** What every action of the session works with. */
import type { Compute } from '../compute/protocol';
import { isAbortError } from '../compute/abortError';
import { nextTurn, runSliced } from '../compute/runSliced';
import type { Task } from '../engine/task';
import type { PhotoshopHost } from '../photoshop/photoshopHost';
import type { Notice, Place } from './notice';
import type { SessionState } from './state';
import type { Store } from './store';
import { errorNotice } from './errorNotice';

export interface SessionContext {
  readonly host: PhotoshopHost;
  readonly compute: Compute;
  readonly store: Store<SessionState>;
  readonly nowMs: () => number;
  /** ISO date of today, for what is saved. */
  readonly today: () => string;
}

export function notify(context: SessionContext, place: Place, notice: Notice | null): void {
  context.store.set(({ notices }) => ({ notices: { ...notices, [place]: notice ?? undefined } }));
}

/** Runs what a click started: what goes wrong is told at `place`, a cancel is not. Nothing is thrown: UXP would swallow it. */
export async function attempt(
  context: SessionContext,
  place: Place,
  action: () => Promise<void>,
): Promise<void> {
  notify(context, place, null);
  try {
    await action();
  } catch (error) {
    if (!isAbortError(error)) notify(context, place, errorNotice(error));
  }
}

/** Half a frame at 60 frames a second: the rest is left to the panel. */
const SLICE_MS = 8;

/** Small work for the panel itself, on its own thread, without freezing it. */
export async function runHere<T>(task: Task<T>, signal?: AbortSignal): Promise<T> {
  const { value } = await runSliced(task, {
    sliceMs: SLICE_MS,
    pause: nextTurn,
    ...(signal ? { signal } : {}),
  });
  return value;
}

/** One at a time: UXP can fire a widget's click again while the file picker that it opened is open. */
export function createPicking(
  context: SessionContext,
  place: Place,
): (action: () => Promise<void>) => Promise<void> {
  let picking = false;
  return async (action) => {
    if (picking) return;
    picking = true;
    await attempt(context, place, action);
    picking = false;
  };
}
