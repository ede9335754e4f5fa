/** How an error is told: to people on stderr, to programs as JSON, to the shell as an exit code. */
import { fillBlanks } from '../app/fillBlanks';
import { lookUp } from '../app/lookUp';
import { TEXTS } from '../app/texts';
import { UserError } from '../engine/userError';
import { EXIT } from './exitCodes';
import type { ExitCode } from './exitCodes';
import { NotAlignedError } from './notAlignedError';
import { CLI_ERRORS } from './texts';
import { UsageError } from './usageError';

export interface Failure {
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** What was found out before it failed. */
  readonly report?: object;
}

/** A failure of one of many: what goes from thread to thread and into lists. */
export type Trouble = Omit<Failure, 'report'>;

export function describeTrouble(error: unknown, command: string): Trouble {
  const { exitCode, code, message, remedy } = describeFailure(error, command);
  return { exitCode, code, message, remedy };
}

/** First words of the codes that say that something is wrong with a file. */
const FILE_TROUBLE = [
  'acv',
  'adjustment',
  'cube',
  'dcp',
  'file',
  'hald',
  'image',
  'import',
  'inversion',
  'lut',
  'points',
  'profile',
  'psd',
  'style',
  'three-dl',
];
const IS_FILE_TROUBLE = new RegExp(`^(${FILE_TROUBLE.join('|')})\\b`);

export function describeFailure(error: unknown, command: string | null): Failure {
  if (error instanceof UsageError) {
    const remedy = `Run “filmfit${command ? ` ${command}` : ''} --help” to see how it is used.`;
    return { exitCode: EXIT.wrongUsage, code: 'usage', message: error.message, remedy };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return {
      exitCode: EXIT.cancelled,
      code: 'cancelled',
      message: 'Cancelled.',
      remedy: 'Nothing was written.',
    };
  }
  if (error instanceof NotAlignedError) {
    const code = `align-${error.status}`;
    const text = lookUp(CLI_ERRORS, code) ?? lookUp(TEXTS.errors, code) ?? TEXTS.unexpectedError;
    const message = `${text.title.replace(/\.$/, '')}: “${error.film}” and “${error.digital}”.`;
    return {
      exitCode: EXIT.notAligned,
      code: `align-${error.status}`,
      message,
      remedy: text.remedy,
      report: error.report,
    };
  }
  if (error instanceof UserError) {
    const text = lookUp(CLI_ERRORS, error.code) ?? lookUp(TEXTS.errors, error.code);
    if (text) {
      return {
        exitCode: IS_FILE_TROUBLE.test(error.code) ? EXIT.fileTrouble : EXIT.otherTrouble,
        code: error.code,
        message: fillBlanks(text.title, error.values),
        remedy: fillBlanks(text.remedy, error.values),
      };
    }
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    exitCode: EXIT.otherTrouble,
    code: 'unexpected',
    message: `${TEXTS.unexpectedError.title} (${detail})`,
    remedy: TEXTS.unexpectedError.remedy.replace('with the details below', 'with this message'),
  };
}
