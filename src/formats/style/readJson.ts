/**
 * JSON from a stranger: bounded in size, in depth and in the number of values, so that neither time nor memory can run
 * away, and without the names that reach into JavaScript's prototypes.
 */

export type ReadJsonFailure = 'too-large' | 'too-deep' | 'too-many-values' | 'not-json';

const MAX_CHARACTERS = 16 << 20;
const MAX_DEPTH = 64;
/** Lattices are packed, so that a style holds a few thousand values. */
const MAX_VALUES = 500_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** @returns the value, or why there is none and (for `not-json`) the parser's message. */
export function readJson(
  text: string,
): { readonly value: unknown } | { readonly failure: ReadJsonFailure; readonly message: string } {
  if (text.length > MAX_CHARACTERS) return { failure: 'too-large', message: '' };
  const excess = findExcess(text);
  if (excess) return { failure: excess, message: '' };
  try {
    const value: unknown = JSON.parse(
      text.charCodeAt(0) === 0xfeff ? text.slice(1) : text,
      (key, item: unknown) => (FORBIDDEN_KEYS.has(key) ? undefined : item),
    );
    return { value };
  } catch (error) {
    return { failure: 'not-json', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Counts brackets and commas outside of strings, before the parser builds anything. */
function findExcess(text: string): 'too-deep' | 'too-many-values' | null {
  let depth = 0;
  let commas = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x2c) {
      if (++commas > MAX_VALUES) return 'too-many-values';
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) return 'too-deep';
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return null;
}
