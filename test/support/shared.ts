/** Tests on data that is not part of the project: they run where `../shared` lies beside the checkout, and say so where it does not. */
import fs from 'node:fs';
import path from 'node:path';

const SHARED = path.resolve(__dirname, '../../../shared');

/** Absolute path of something in the shared data, or null where it is not there. */
export function sharedPath(relative: string): string | null {
  const full = path.join(SHARED, relative);
  return fs.existsSync(full) ? full : null;
}

/** A test that needs shared data; without it the test passes and its log says that it was skipped. */
export function itWithShared(
  name: string,
  relative: string,
  run: (path: string) => void | Promise<void>,
  timeoutMs?: number,
): void {
  it(
    name,
    async () => {
      const found = sharedPath(relative);
      if (found === null) {
        process.stdout.write(`skipped: no ../shared (${name})\n`);
        return;
      }
      await run(found);
    },
    timeoutMs,
  );
}
