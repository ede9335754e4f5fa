/** Script of the worker thread: see threadCompute.ts. */
import { parentPort } from 'node:worker_threads';
import type { ComputeRequest } from './protocol';
import { serveCompute } from './serveCompute';

const port = parentPort;
if (!port) throw new Error('computeThread.ts runs only inside a worker thread.');

serveCompute({
  post: (reply, transfer) => port.postMessage(reply, transfer),
  listen: (onRequest) => void port.on('message', (request: ComputeRequest) => onRequest(request)),
});
