/**
 * Which RGB a table expects. No LUT format has a field for it, and a table in the wrong space looks wrong: what the
 * file says in its name, its title or its comments is taken, else sRGB is assumed and said so.
 */
import type { RgbSpaceId } from '../../engine/color/rgbSpace';

/** As programs and people write them; more telling names first. */
const NAMES: readonly (readonly [RegExp, RgbSpaceId])[] = [
  [/adobe ?rgb/i, 'adobe-rgb'],
  [/display ?p3|\bp3\b/i, 'display-p3'],
  [/pro ?photo|romm/i, 'prophoto'],
  [/rec\.? ?2020|bt\.? ?2020/i, 'rec2020'],
  [/s-?rgb/i, 'srgb'],
];
/** Camera log curves: tables for them turn ordinary pictures into mud. */
const LOG = /\b([sv]-?log ?\d?|log-?c\d?|c-?log ?\d?|f-?log ?\d?|n-?log|d-?log|cineon|log2\w*|log to)\b/i;

/** @returns null when none is named. */
export function spaceNamedIn(texts: readonly string[]): RgbSpaceId | null {
  for (const text of texts) {
    const found = NAMES.find(([pattern]) => pattern.test(text));
    if (found) return found[1];
  }
  return null;
}

export function namesLog(texts: readonly string[]): boolean {
  return texts.some((text) => LOG.test(text.replace(/_/g, ' ')));
}
