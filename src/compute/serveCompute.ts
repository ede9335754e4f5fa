/** The worker's side of the protocol: the same for Web Workers and worker threads, which differ only in their port. */
import { UserError } from '../engine/userError';
import { isAbortError } from './abortError';
import { startJob } from './jobs';
import type { ComputeReply, ComputeRequest } from './protocol';
import { nextTurn, runSliced } from './runSliced';

/** A worker may compute for longer between two looks at its messages than a panel; cancel must still be heard soon. */
const SLICE_MS = 25;

export interface ServerPort {
  post(reply: ComputeReply, transfer: ArrayBuffer[]): void;
  listen(onRequest: (request: ComputeRequest) => void): void;
}

export function serveCompute(port: ServerPort): void {
  const running = new Map<number, AbortController>();

  async function run(id: number, job: string, input: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const { value, timesMs } = await runSliced(startJob(job, input), {
        signal: controller.signal,
        onProgress: (step) => port.post({ type: 'progress', id, step }, []),
        sliceMs: SLICE_MS,
        pause: nextTurn,
      });
      port.post({ type: 'done', id, output: value, timesMs }, buffersIn(value));
    } catch (error) {
      if (isAbortError(error)) port.post({ type: 'cancelled', id }, []);
      else port.post(failure(id, error), []);
    } finally {
      running.delete(id);
    }
  }

  port.listen((request) => {
    if (request.type === 'run') void run(request.id, request.job, request.input);
    else running.get(request.id)?.abort();
  });
}

function failure(id: number, error: unknown): ComputeReply {
  if (error instanceof UserError) {
    return { type: 'failed', id, message: error.message, code: error.code, values: error.values };
  }
  return { type: 'failed', id, message: error instanceof Error ? error.message : String(error) };
}

/** Every buffer of an output, once: handed over instead of copied, since the worker has no more use for them. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) buffersIn(part, found);
  }
  return [...found];
}
