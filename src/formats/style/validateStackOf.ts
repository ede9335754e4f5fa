import type { AdjustmentStack } from '../../engine/adjustments';
import { validateStack } from '../../engine/render/validateStack';
import { UserError } from '../../engine/userError';
import { placeInJson } from './readJson';
import type { JsonKey } from './scanJson';
import { formatPlace } from './textPlace';

/**
 * @param text the style file that `stack` stands in
 * @throws UserError what `validateStack` throws, its `field` followed by the file and the place in it
 */
export function validateStackOf(text: string, fileName: string, stack: AdjustmentStack): void {
  try {
    validateStack(stack);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const field = String(error.values.field);
    const place = formatPlace(placeInJson(text, ['stack', ...keysOf(field)]));
    throw new UserError(error.code, { ...error.values, field: `${field} (${fileName}, ${place})` });
  }
}

/** From the field's name to the way in the file: `layers[2].hueSaturation.reds.hue` → layers, 2, adjustment, ranges, reds, hue. */
function keysOf(field: string): readonly JsonKey[] {
  const keys = Array.from(field.matchAll(/\[(\d+)\]|[^.[]+/g), ([name, index]) =>
    index === undefined ? name : Number(index),
  );
  const [layers, index, kind, ...rest] = keys;
  if (kind === undefined || kind === 'opacity') return keys;
  const isRange = kind === 'hueSaturation' && rest[0] !== 'master';
  const within = isRange ? ['ranges'] : kind === 'selectiveColor' ? ['colors'] : [];
  return [layers, index, 'adjustment', ...within, ...rest];
}
