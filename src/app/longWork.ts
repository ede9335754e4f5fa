/** Work that takes seconds: one at a time, with its progress in the store and a way to cancel it. */
import { attempt, type SessionContext } from './context';
import type { Place } from './notice';
import { createTimeLeft } from './timeLeft';

export type ShowProgress = (stage: string, fraction: number) => void;

export interface LongWork {
  /** Resolves to null when other work is going on, when it was cancelled, or when it failed, which the user was told. */
  run<T>(place: Place, work: (signal: AbortSignal, show: ShowProgress) => Promise<T>): Promise<T | null>;
  cancel(): void;
}

/** @param onStart before work begins: what is less urgent makes room */
export function createLongWork(context: SessionContext, onStart: () => void): LongWork {
  const { store, nowMs } = context;
  let running: AbortController | null = null;
  return {
    async run<T>(place: Place, work: (signal: AbortSignal, show: ShowProgress) => Promise<T>) {
      if (running) return null;
      onStart();
      const { signal } = (running = new AbortController());
      const timeLeft = createTimeLeft(nowMs);
      const show: ShowProgress = (stage, fraction) =>
        store.set({ progress: { stage, fraction, timeLeftMs: timeLeft(fraction) } });
      let result: T | null = null;
      await attempt(context, place, async () => {
        result = await work(signal, show);
      });
      running = null;
      store.set({ progress: null });
      return result;
    },
    cancel: () => running?.abort(),
  };
}
