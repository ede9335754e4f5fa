/** Runs the command line as a user does: in a process of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const PROGRAM = path.resolve(__dirname, '../../bin/filmfit.mjs');

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunCliOptions {
  /** Sends this signal as soon as something is written to stderr. */
  readonly interruptWith?: NodeJS.Signals;
}

export function runCli(args: readonly string[], { interruptWith }: RunCliOptions = {}): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (interruptWith && !child.killed) child.kill(interruptWith);
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
