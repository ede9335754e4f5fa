import type { ExitCode } from './exitCodes';

/** What a command is given: where to write, and how it is told to stop. */
export interface CliContext {
  /** Results: text, or one JSON object with --json. */
  readonly stdout: (text: string) => void;
  /** Progress and warnings. */
  readonly stderr: (text: string) => void;
  readonly signal: AbortSignal;
  /** A terminal shows progress on one line that rewrites itself. */
  readonly isTerminal: boolean;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `filmfit NAME --help`. */
  readonly help: string;
  /**
   * @returns nothing for done, or the exit code when the command has told its troubles itself.
   * @throws UsageError, UserError; or rejects with AbortError
   */
  run(args: readonly string[], context: CliContext): Promise<ExitCode | void>;
}
