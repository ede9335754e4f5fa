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
