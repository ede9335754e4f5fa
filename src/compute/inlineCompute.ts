import { abortError } from './abortError';
import { startJob } from './jobs';
import type { Compute, ComputeJobs, JobName, JobResult, RunOptions } from './protocol';
import { nextTurn, runSliced } from './runSliced';

/** 60 frames a second leave 16 ms; half of it is left to the panel. */
const SLICE_MS = 8;

/** Computes on the caller's own thread, in slices: the carrier for UXP, which has no worker threads. */
export function createInlineCompute(): Compute {
  let disposed = false;
  return {
    async run<J extends JobName>(job: J, input: ComputeJobs[J]['input'], options: RunOptions = {}) {
      if (disposed) throw abortError();
      const { value, timesMs } = await runSliced(startJob(job, input), {
        ...options,
        sliceMs: SLICE_MS,
        pause: nextTurn,
      });
      return { output: value, timesMs } as JobResult<J>;
    },
    dispose() {
      disposed = true;
    },
  };
}
