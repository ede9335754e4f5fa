import type { ComputeReply } from './protocol';
import { createRemoteCompute } from './remoteCompute';
import type { Compute } from './protocol';

/** Computes in a Web Worker whose script is computeWorker.ts. */
export function createWorkerCompute(startWorker: () => Worker): Compute {
  const worker = startWorker();
  return createRemoteCompute({
    post: (request) => worker.postMessage(request),
    listen(onReply, onCrash) {
      worker.onmessage = (event: MessageEvent<ComputeReply>) => onReply(event.data);
      worker.onerror = (event) =>
        onCrash(new Error(event.message || 'The compute worker could not be started.'));
    },
    close: () => worker.terminate(),
  });
}
