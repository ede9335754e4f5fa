/** The command line: finds the command, runs it, and turns what happens into text and an exit code. */
import { alignCommand } from './commands/alignCommand';
import { applyCommand } from './commands/applyCommand';
import { evaluateCommand } from './commands/evaluateCommand';
import { exportCommand } from './commands/exportCommand';
import { importCommand } from './commands/importCommand';
import { invertCommand } from './commands/invertCommand';
import { matchCommand } from './commands/matchCommand';
import type { CliContext, Command } from './context';
import { EXIT } from './exitCodes';
import type { ExitCode } from './exitCodes';
import { describeFailure } from './failure';
import { printJson } from './print';
import { UsageError } from './usageError';
import { VERSION } from './version';

const COMMANDS: readonly Command[] = [
  matchCommand,
  alignCommand,
  invertCommand,
  applyCommand,
  evaluateCommand,
  exportCommand,
  importCommand,
];

const HELP = `Filmfit ${VERSION}: learn a film look from a film scan and a digital photo of the same scene.

Usage: filmfit COMMAND …

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  filmfit COMMAND --help     how a command is used
  filmfit --version

Pictures are TIFF or PNG with 8 or 16 bits per channel, or JPEG.
Exit code: 0 done, 2 wrong usage, 3 the pictures cannot be aligned, 4 a file cannot be read or written,
5 anything else.
`;

/** @param args what stands behind `filmfit` on the command line */
export async function main(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const [name, ...rest] = args;
  const json = rest.includes('--json');
  try {
    if (name === '--help' || name === '-h' || name === 'help') {
      context.stdout(HELP);
      return EXIT.done;
    }
    if (name === '--version' || name === '-v') {
      context.stdout(`${VERSION}\n`);
      return EXIT.done;
    }
    if (name === undefined) throw new UsageError('No command is given.');
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (!command) throw new UsageError(`There is no command “${name}”.`);
    if (rest.includes('--help') || rest.includes('-h')) {
      context.stdout(command.help);
      return EXIT.done;
    }
    return (await command.run(rest, context)) ?? EXIT.done;
  } catch (error) {
    const known = COMMANDS.some((candidate) => candidate.name === name) ? name : null;
    const { report, ...failure } = describeFailure(error, known);
    if (json) printJson({ ...report, error: failure }, context);
    context.stderr(`${failure.message}\n${failure.remedy}\n`);
    return failure.exitCode;
  }
}
