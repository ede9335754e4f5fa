/**
 * JSON from a stranger: bounded in size, in depth and in the number of values, so that neither time nor memory can run
 * away, and without the names that reach into JavaScript's prototypes.
 */
import { JsonFault, scanJson, type JsonKey } from './scanJson';
import { formatPlace, placeInText, type TextPlace } from './textPlace';

/** Lattices are packed, so that a style holds a few thousand values. */
const LIMITS = { maxDepth: 64, maxValues: 500_000, maxCharacters: 16 << 20 };
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export interface ReadJsonLimits {
  readonly maxCharacters: number;
  readonly maxValues: number;
}

/**
 * @param limits @default those of one style
 * @returns the value, or why there is none: “line 3, column 7: a comma or } is expected, not “x””.
 */
export function readJson(
  text: string,
  limits: ReadJsonLimits = LIMITS,
): { readonly value: unknown } | { readonly failure: string } {
  const { maxCharacters } = limits;
  if (text.length > maxCharacters) {
    return { failure: `it has ${text.length} characters, ${maxCharacters} are the most that is read` };
  }
  try {
    scanJson(text, { ...LIMITS, ...limits });
    const value: unknown = JSON.parse(
      text.charCodeAt(0) === 0xfeff ? text.slice(1) : text,
      (key, item: unknown) => (FORBIDDEN_KEYS.has(key) ? undefined : item),
    );
    return { value };
  } catch (error) {
    if (!(error instanceof JsonFault))
      return { failure: error instanceof Error ? error.message : String(error) };
    return { failure: `${formatPlace(placeInText(text, error.offset))}: ${error.detail}` };
  }
}

/** Where a value stands in a text that has been read, or the nearest that holds it. */
export function placeInJson(text: string, path: readonly JsonKey[]): TextPlace {
  let depth = 0;
  let offset = 0;
  scanJson(text, { maxDepth: LIMITS.maxDepth, maxValues: Infinity }, (visited, at) => {
    if (visited.length <= depth || visited.length > path.length) return;
    if (visited.every((key, i) => key === path[i])) {
      depth = visited.length;
      offset = at;
    }
  });
  return placeInText(text, offset);
}
