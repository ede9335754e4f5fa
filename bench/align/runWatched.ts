/** Runs a task to its end and says what it took: CPU time in all and by stage, and the longest time between two steps. */
import type { Task } from '../../src/engine/task';

export interface Watched<T> {
  readonly value: T;
  readonly cpuS: number;
  readonly stagesMs: Readonly<Record<string, number>>;
  readonly longestStepMs: number;
}

export function runWatched<T>(task: Task<T>): Watched<T> {
  const stages: Record<string, number> = {};
  let longestStepMs = 0;
  let total = 0;
  let stage = 'start';
  for (;;) {
    const before = process.cpuUsage();
    const step = task.next();
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    if (!step.done) stage = step.value.stage;
    stages[stage] = (stages[stage] ?? 0) + ms;
    longestStepMs = Math.max(longestStepMs, ms);
    total += ms;
    if (step.done) return { value: step.value, cpuS: total / 1000, stagesMs: stages, longestStepMs };
  }
}
