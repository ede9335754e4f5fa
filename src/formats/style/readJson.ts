/** JSON from a stranger: bounded in size and depth, and without the names that reach into JavaScript's prototypes. */

export type ReadJsonFailure = 'too-large' | 'too-deep' | 'not-json';

const MAX_CHARACTERS = 16 << 20;
const MAX_DEPTH = 64;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** @returns the value, or why there is none and (for `not-json`) the parser's message. */
export function readJson(
  text: string,
): { readonly value: unknown } | { readonly failure: ReadJsonFailure; readonly message: string } {
  if (text.length > MAX_CHARACTERS) return { failure: 'too-large', message: '' };
  if (isTooDeep(text)) return { failure: 'too-deep', message: '' };
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

/** Counts brackets outside of strings, before the parser builds anything. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
