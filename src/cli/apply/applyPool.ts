/** Many files over several threads: every file has its turn, whatever happens to the others. */
import fs from 'node:fs';
import { Worker } from 'node:worker_threads';
import { abortError } from '../../compute/abortError';
import type { Style } from '../../formats/style/style';
import { EXIT } from '../exitCodes';
import type { ApplyFile } from './applyToFile';
import type { ApplyReply, ApplyThreadData } from './protocol';

export interface PoolOptions {
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** In the order in which files are done, which is not that of the list. */
  readonly onReply: (file: ApplyFile, reply: ApplyReply) => void;
}

/** @throws AbortError when cancelled; what was half-written is removed, what was finished stays. */
export async function applyFiles(
  style: Style,
  files: readonly ApplyFile[],
  { jobs, signal, onReply }: PoolOptions,
): Promise<void> {
  const queue = [...files];
  const work = async (): Promise<void> => {
    let thread: Worker | null = null;
    try {
      for (let file = queue.shift(); file && !signal.aborted; file = queue.shift()) {
        thread ??= startThread(style);
        const reply = await ask(thread, file, signal);
        // A thread that has died takes only its own file with it.
        if (reply === null) {
          fs.rmSync(file.temporary, { force: true });
          void thread.terminate();
          thread = null;
          if (!signal.aborted) onReply(file, { failure: crashed(file) });
        } else {
          onReply(file, reply);
        }
      }
    } finally {
      await thread?.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, files.length) }, work));
  if (signal.aborted) throw abortError();
}

function startThread(style: Style): Worker {
  const workerData: ApplyThreadData = { style };
  return new Worker(new URL('./startApplyThread.mjs', import.meta.url), { workerData });
}

/** @returns null when the thread has died or the work was cancelled. */
function ask(thread: Worker, file: ApplyFile, signal: AbortSignal): Promise<ApplyReply | null> {
  return new Promise((resolve) => {
    const settle = (reply: ApplyReply | null): void => {
      thread.off('message', settle);
      thread.off('error', onEnd);
      thread.off('exit', onEnd);
      signal.removeEventListener('abort', onAbort);
      resolve(reply);
    };
    const onEnd = (): void => settle(null);
    const onAbort = (): void => void thread.terminate().then(onEnd, onEnd);
    thread.on('message', settle);
    thread.on('error', onEnd);
    thread.on('exit', onEnd);
    signal.addEventListener('abort', onAbort);
    thread.postMessage(file);
  });
}

function crashed({ input }: ApplyFile) {
  return {
    exitCode: EXIT.otherTrouble,
    code: 'out-of-memory',
    message: `“${input}” was too much: the thread that worked on it has died.`,
    remedy: 'Try again with --jobs 1; TIFFs need the least memory.',
  };
}
