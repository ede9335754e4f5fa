import type { StageTimes } from '../compute/protocol';

/** Milliseconds by stage, the steps of a stage (`align.features`, `align.match`) summed up. */
export function stageTimes(timesMs: StageTimes): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [step, ms] of Object.entries(timesMs)) {
    const stage = step.split('.')[0];
    sums[stage] = (sums[stage] ?? 0) + ms;
  }
  return sums;
}
