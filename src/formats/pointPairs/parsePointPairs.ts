/**
 * Point pairs placed by hand, as a JSON file:
 *
 *     [
 *       { "film": { "x": 812.5, "y": 240 }, "digital": { "x": 1630, "y": 512 } },
 *       …three to eight of them
 *     ]
 *
 * in pixels of the upright full-size pictures; the first pixel's center is (0, 0).
 */
import * as v from 'valibot';
import type { PointPair } from '../../engine/align/pointPair';
import { UserError } from '../../engine/userError';
import { issueDetail, issueField, withPlace } from '../style/issueDetail';
import { readJson } from '../style/readJson';

const coordinate = v.pipe(v.number(), v.finite());
const point = v.object({ x: coordinate, y: coordinate });
const schema = v.array(v.object({ film: point, digital: point }));

/** @throws UserError `points-invalid` (with `file` and `detail`); how many there are is not checked here. */
export function parsePointPairs(text: string, fileName: string): PointPair[] {
  const read = readJson(text);
  if ('failure' in read) {
    throw new UserError('points-invalid', { file: fileName, detail: read.failure });
  }
  const parsed = v.safeParse(schema, read.value, { abortEarly: true });
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const field = issueField(issue);
    const place = field.length > 0 ? `${field.join('.')}: ` : '';
    const detail = withPlace(`${place}${issueDetail(issue)}`, text, field);
    throw new UserError('points-invalid', { file: fileName, detail });
  }
  return parsed.output;
}
