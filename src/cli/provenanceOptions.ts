/** What only the user knows about where a look comes from; it goes into the style as it is. */
import type { LookProvenance } from '../engine/look';
import { UsageError } from './usageError';

export const PROVENANCE_OPTIONS = {
  stock: 'text',
  camera: 'text',
  scanner: 'text',
  lab: 'text',
  software: 'text',
  exposure: 'text',
} as const;

export const PROVENANCE_HELP = `\
  --stock, --camera, --scanner, --lab, --software, --exposure TEXT
                      where the look comes from, kept in the style: --stock "Portra 400" --exposure "+1 stop"
`;

type Facts = Partial<Pick<LookProvenance, keyof typeof PROVENANCE_OPTIONS>>;

/** What a style file can hold. */
const MAX_TEXT = 2000;

/** @returns the facts that were given @throws UsageError for a text that no style can hold */
export function readFacts(values: Readonly<Record<string, string | boolean | undefined>>): Facts {
  const facts: { -readonly [Key in keyof Facts]: Facts[Key] } = {};
  for (const key of Object.keys(PROVENANCE_OPTIONS) as (keyof Facts)[]) {
    const text = values[key];
    if (typeof text !== 'string') continue;
    if (text.length > MAX_TEXT) throw new UsageError(`--${key} has at most ${MAX_TEXT} characters.`);
    if (text.trim() !== '') facts[key] = text.trim();
  }
  return facts;
}
