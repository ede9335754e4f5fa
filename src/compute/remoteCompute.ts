/** The caller's side of the protocol, for any worker that `serveCompute` runs in. */
import { UserError } from '../engine/userError';
import { abortError } from './abortError';
import type {
  Compute,
  ComputeJobs,
  ComputeReply,
  ComputeRequest,
  JobName,
  JobResult,
  RunOptions,
} from './protocol';

export interface ClientPort {
  post(request: ComputeRequest): void;
  listen(onReply: (reply: ComputeReply) => void, onCrash: (error: Error) => void): void;
  close(): void;
}

interface PendingJob {
  readonly options: RunOptions;
  readonly resolve: (result: JobResult<JobName>) => void;
  readonly reject: (error: unknown) => void;
}

export function createRemoteCompute(port: ClientPort): Compute {
  const pending = new Map<number, PendingJob>();
  let nextId = 1;
  let crash: Error | null = null;

  function settle(reply: Exclude<ComputeReply, { type: 'progress' }>, job: PendingJob): void {
    pending.delete(reply.id);
    if (reply.type === 'done') {
      job.resolve({ output: reply.output, timesMs: reply.timesMs } as JobResult<JobName>);
    } else if (reply.type === 'cancelled') {
      job.reject(abortError());
    } else {
      job.reject(
        reply.code === undefined ? new Error(reply.message) : new UserError(reply.code, reply.values),
      );
    }
  }

  function failAll(error: Error): void {
    crash = error;
    for (const job of pending.values()) job.reject(error);
    pending.clear();
  }

  port.listen((reply) => {
    const job = pending.get(reply.id);
    if (!job) return;
    if (reply.type === 'progress') job.options.onProgress?.(reply.step);
    else settle(reply, job);
  }, failAll);

  return {
    run<J extends JobName>(name: J, input: ComputeJobs[J]['input'], options: RunOptions = {}) {
      if (crash) return Promise.reject(crash);
      if (options.signal?.aborted) return Promise.reject(abortError());
      const id = nextId++;
      const cancel = () => port.post({ type: 'cancel', id });
      return new Promise<JobResult<J>>((resolve, reject) => {
        pending.set(id, { options, resolve: resolve as PendingJob['resolve'], reject });
        options.signal?.addEventListener('abort', cancel, { once: true });
        port.post({ type: 'run', id, job: name, input });
      }).finally(() => options.signal?.removeEventListener('abort', cancel));
    },
    dispose() {
      failAll(abortError());
      port.close();
    },
  };
}
