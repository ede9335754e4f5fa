/** Tests by independent programs: they run where the program is installed, and say so where it is not. */
import { spawnSync } from 'node:child_process';

/** The program's output, or null where it is not installed. @throws Error when the program fails */
export function runProgram(program: string, args: readonly string[]): Buffer | null {
  const result = spawnSync(program, [...args], { maxBuffer: 1 << 28 });
  if (result.error) return null;
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr.toString()}`);
  return result.stdout;
}

/** A test that needs `program`; without it the test passes and its log says that it was skipped. */
export function itWithProgram(
  name: string,
  program: string,
  run: () => void | Promise<void>,
  timeoutMs?: number,
): void {
  it(
    name,
    async () => {
      if (spawnSync(program, ['-version']).error) {
        process.stdout.write(`skipped: ${program} is not installed (${name})\n`);
        return;
      }
      await run();
    },
    timeoutMs,
  );
}
