import type { Loss } from '../formats/export/losses';
import { fillBlanks } from './fillBlanks';
import { LOSS_TEXTS } from './texts';

/** What an export could not carry, in words. */
export function lossText({ code, values = {} }: Loss): string {
  return fillBlanks(LOSS_TEXTS[code], values);
}
