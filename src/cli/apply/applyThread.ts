/** Script of a worker thread: applies one file after the other, as they are asked for. */
import { parentPort, workerData } from 'node:worker_threads';
import { describeTrouble } from '../failure';
import { applyToFile } from './applyToFile';
import { createStyleMapper } from './pixelMapper';
import type { ApplyReply, ApplyRequest, ApplyThreadData } from './protocol';

const port = parentPort;
if (!port) throw new Error('applyThread.ts runs only inside a worker thread.');

const mapperOf = createStyleMapper((workerData as ApplyThreadData).style);
/** A thread that has to stop is ended from outside. */
const never = new AbortController().signal;

port.on('message', (request: ApplyRequest) => {
  applyToFile(request, mapperOf, { signal: never, onProgress: () => undefined })
    .then((applied): ApplyReply => ({ applied }))
    .catch((error: unknown): ApplyReply => ({ failure: describeTrouble(error, 'apply') }))
    .then((reply) => port.postMessage(reply));
});
