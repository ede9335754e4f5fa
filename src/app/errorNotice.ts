import { UserError } from '../engine/userError';
import type { Notice } from './notice';
import { fillBlanks } from './fillBlanks';
import { lookUp } from './lookUp';
import { TEXTS } from './texts';

/** What the user is told about an error. Unexpected ones keep their message as a detail, for a report. */
export function errorNotice(error: unknown): Notice {
  if (error instanceof UserError) {
    const text = lookUp(TEXTS.errors, error.code);
    if (text) {
      return {
        tone: 'negative',
        title: fillBlanks(text.title, error.values),
        remedy: fillBlanks(text.remedy, error.values),
      };
    }
  }
  const message = error instanceof Error ? error.message : String(error);
  return { tone: 'negative', ...TEXTS.unexpectedError, details: [message] };
}

/** The same in one text, for a message box. */
export function tellingOf(error: unknown): string {
  const { title, remedy } = errorNotice(error);
  return remedy ? `${title}\n\n${remedy}` : title;
}
