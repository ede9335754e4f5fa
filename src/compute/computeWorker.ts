/** Script of the Web Worker: see workerCompute.ts. */
import type { ComputeRequest } from './protocol';
import { serveCompute } from './serveCompute';

/** The part of DedicatedWorkerGlobalScope used here; the project compiles against the DOM's window types. */
interface WorkerScope {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  onmessage: ((event: { data: ComputeRequest }) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

serveCompute({
  post: (reply, transfer) => scope.postMessage(reply, transfer),
  listen(onRequest) {
    scope.onmessage = (event) => onRequest(event.data);
  },
});
