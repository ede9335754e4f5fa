/**
 * Inversion file, JSON: the numbers with which the other frames of a roll are inverted.
 *
 *   { "format": "filmfit-inversion",
 *     "inversion": { "version": 1, "kind": "color", "space": "srgb", "scanGamma": null, "base": [0.66, 0.23, 0.12],
 *                    "gamma": [4.7, 3.8, 2.9], "offset": [-2.1, -2.7, -3.1], "crosstalk": [0.87, 0.25, -0.12, …], … } }
 *
 * A style that was matched from a negative holds the same object under the same name and is read as well.
 */
import * as v from 'valibot';
import type { Inversion } from '../../engine/negative/inversion';
import { UserError } from '../../engine/userError';
import { formatJson } from '../style/formatJson';
import { issueDetail, issueField, withPlace } from '../style/issueDetail';
import { readJson } from '../style/readJson';
import { inversionSchema } from './inversionSchema';

const FORMAT = 'filmfit-inversion';

export function formatInversion(inversion: Inversion): string {
  return formatJson({ format: FORMAT, inversion });
}

/**
 * @param fileName only for the errors
 * @throws UserError `inversion-invalid` with `field` and `detail`, or `inversion-missing` for another file of ours
 */
export function parseInversion(text: string, fileName: string): Inversion {
  const read = readJson(text);
  if ('failure' in read) {
    throw new UserError('inversion-invalid', { file: fileName, field: 'JSON', detail: read.failure });
  }
  if (!v.is(v.looseObject({ inversion: v.looseObject({}) }), read.value)) {
    throw new UserError('inversion-missing', { file: fileName });
  }
  const parsed = v.safeParse(inversionSchema, read.value.inversion, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = issueField(issue, ['inversion']);
    const place = { file: fileName, field: field.join('.') };
    throw new UserError('inversion-invalid', {
      ...place,
      detail: withPlace(issueDetail(issue), text, field),
    });
  }
  return parsed.output;
}
