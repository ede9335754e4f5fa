/**
 * Drives a task in slices of bounded time, so that the event loop it runs on stays alive: between slices the user
 * interface draws, cancel messages arrive, progress is shown.
 */
import type { Task } from '../engine/task';
import { abortError } from './abortError';
import type { RunOptions, StageTimes } from './protocol';

export interface SliceOptions extends RunOptions {
  /** Longest time between two pauses. */
  readonly sliceMs: number;
  /** Lets everything else that waits on the event loop have its turn. */
  readonly pause: () => Promise<void>;
  readonly nowMs?: () => number;
}

export interface SlicedResult<T> {
  readonly value: T;
  readonly timesMs: StageTimes;
}

/**
 * @throws `AbortError` when `signal` is aborted: noticed at the next step that the task yields.
 * A task that throws, rejects with what it threw.
 */
export async function runSliced<T>(task: Task<T>, options: SliceOptions): Promise<SlicedResult<T>> {
  const { signal, onProgress, sliceMs, pause, nowMs = () => performance.now() } = options;
  const timesMs: Record<string, number> = {};
  let sliceStart = nowMs();
  let stepStart = sliceStart;
  let stage = 'all';
  for (;;) {
    if (signal?.aborted) {
      task.return(undefined as T); // runs the task's `finally` blocks; its value is dropped
      throw abortError();
    }
    const result = task.next();
    const now = nowMs();
    if (!result.done) stage = result.value.stage;
    timesMs[stage] = (timesMs[stage] ?? 0) + (now - stepStart);
    stepStart = now;
    if (result.done) return { value: result.value, timesMs };
    if (now - sliceStart >= sliceMs) {
      onProgress?.(result.value);
      await pause();
      sliceStart = stepStart = nowMs();
    }
  }
}

/** The one way to wait for the next turn of the event loop that UXP, browsers and Node share. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
