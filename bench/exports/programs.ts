import { spawnSync } from 'node:child_process';

export interface ProgramOptions {
  readonly input?: string;
  readonly cwd?: string;
}

/** The program's output. @throws Error when it cannot be started or fails */
export function runProgram(
  program: string,
  args: readonly string[],
  { input, cwd }: ProgramOptions = {},
): Buffer {
  const env = { ...process.env, ...(cwd && { HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_CACHE_HOME: cwd }) };
  const result = spawnSync(program, [...args], { maxBuffer: 1 << 28, env, ...(input && { input }) });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr.toString().slice(-500)}`);
  return result.stdout;
}

export function isInstalled(program: string): boolean {
  return !spawnSync(program, ['--version'], { stdio: 'ignore' }).error;
}
