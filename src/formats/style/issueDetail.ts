/** What a schema finds wrong in a JSON file: which field it is, and where it stands. */
import type * as v from 'valibot';
import { placeInJson } from './readJson';
import type { JsonKey } from './scanJson';
import { formatPlace } from './textPlace';

/** @param base the way to what was judged, when that is a part of the file */
export function issueField(issue: v.BaseIssue<unknown>, base: readonly string[] = []): readonly JsonKey[] {
  const keys = issue.path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];
  return [...base, ...keys];
}

/** `detail` with the place of the field in `text`, or of what it should stand in. */
export function withPlace(detail: string, text: string, field: readonly JsonKey[]): string {
  return `${detail} (${formatPlace(placeInJson(text, field))})`;
}

/** What is wrong with the value, in words: “it is missing”, “a number was expected, not "warm"”. */
export function issueDetail({ expected, received, message }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'it is missing';
  return expected === null ? message : `${inWords(expected)} was expected, not ${inWords(received)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
  Finite: 'a finite number',
  Integer: 'a whole number',
};

/** The library writes kinds as TypeScript does, limits as comparisons, choices as unions, and forms as expressions. */
function inWords(text: string): string {
  if (text.startsWith('/')) return 'another form';
  const limit = /^([<>])=(.+)$/.exec(text);
  if (limit) return `at ${limit[1] === '<' ? 'most' : 'least'} ${limit[2]}`;
  const choices = text.replace(/^\((.*)\)$/, '$1').split(' | ');
  return KINDS[text] ?? choices.join(' or ');
}
