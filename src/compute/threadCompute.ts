import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Compute, ComputeReply } from './protocol';
import { createRemoteCompute } from './remoteCompute';

/** Computes in a thread of its own: the command line's carrier. The process can end while the thread is idle. */
export function createThreadCompute(): Compute {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const thread = new Worker(new URL('./computeThread.ts', import.meta.url), {
    execArgv: ['--import', pathToFileURL(tsx).href],
  });
  return createRemoteCompute({
    post: (request) => thread.postMessage(request),
    listen(onReply, onCrash) {
      thread.on('message', (reply: ComputeReply) => onReply(reply));
      thread.on('error', onCrash);
    },
    close: () => void thread.terminate(),
  });
}
