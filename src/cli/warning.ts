import { fillBlanks } from '../app/fillBlanks';
import { lookUp } from '../app/lookUp';
import { TEXTS } from '../app/texts';
import { CLI_WARNINGS } from './texts';

/** Something that the user should know, though the work goes on. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export function warning(code: string, values: Readonly<Record<string, string | number>>): Warning {
  const text = lookUp(CLI_WARNINGS, code) ?? lookUp(TEXTS.warnings, code) ?? TEXTS.warnings.default;
  const blanks = { ...values, code };
  return { code, message: fillBlanks(text.title, blanks), remedy: fillBlanks(text.remedy, blanks) };
}
