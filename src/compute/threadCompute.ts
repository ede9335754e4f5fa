import { Worker } from 'node:worker_threads';
import type { Compute, ComputeReply } from './protocol';
import { createRemoteCompute } from './remoteCompute';

/** Computes in a thread of its own: the command line's carrier. The process can end while the thread is idle. */
export function createThreadCompute(): Compute {
  const thread = new Worker(new URL('./startThread.mjs', import.meta.url));
  return createRemoteCompute({
    post: (request) => thread.postMessage(request),
    listen(onReply, onCrash) {
      thread.on('message', (reply: ComputeReply) => onReply(reply));
      thread.on('error', onCrash);
    },
    close: () => void thread.terminate(),
  });
}
