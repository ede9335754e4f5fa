/**
 * A long computation that can be watched, paused and cancelled between its steps.
 *
 * The engine may know neither clock nor event loop, yet a panel without worker threads must never freeze. So long
 * computations are generators: they `yield` where they have done a few milliseconds of work, and whoever drives them
 * (see src/compute) decides whether to go on at once, to let the user interface breathe, or to stop. Composition is
 * `yield*`; cancelling is `return()`, which runs the `finally` blocks; the same input gives the same output however
 * it is sliced.
 */
export interface Step {
  /** What is being done, as a key of the texts in src/app/texts, e.g. `align.features`. */
  readonly stage: string;
  /** How much of the whole is done, in [0, 1]. */
  readonly fraction: number;
}

export type Task<T> = Generator<Step, T, void>;

/** Runs a task to its end without pausing. For tests and for callers that have a thread of their own. */
export function runToEnd<T>(task: Task<T>): T {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
  }
}

/** Runs `task` as the part [from, to] of a larger one: its fractions are mapped into that interval. */
export function* within<T>(task: Task<T>, from: number, to: number): Task<T> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { stage: step.value.stage, fraction: from + (to - from) * step.value.fraction };
  }
}

/** Runs `task` as part of `stage`, whatever it calls its own steps. */
export function* inStage<T>(stage: string, task: Task<T>): Task<T> {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
    yield { stage, fraction: step.value.fraction };
  }
}
