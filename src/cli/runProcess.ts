/** Ties `main` to this process: its arguments, its streams, Ctrl-C and its exit code. */
import process from 'node:process';
import { EXIT } from './exitCodes';
import { main } from './main';

export async function runProcess(): Promise<void> {
  const controller = new AbortController();
  const cancel = (): void => {
    // The first Ctrl-C lets the command clean up; the second does not wait for it.
    if (controller.signal.aborted) process.exit(EXIT.cancelled);
    controller.abort();
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  // A reader that goes away (`filmfit … | head`) is no error.
  process.stdout.on('error', () => process.exit(EXIT.done));
  process.exitCode = await main(process.argv.slice(2), {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    signal: controller.signal,
    isTerminal: process.stderr.isTTY === true,
  });
}
