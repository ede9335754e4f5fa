/** From the text of a style file, of this version or an earlier one, to values that the engine can trust. The form is described in formatStyle.ts. */
import * as v from 'valibot';
import type { Adjustment, AdjustmentStack } from '../../engine/adjustments';
import type { Look } from '../../engine/look';
import { UserError } from '../../engine/userError';
import { unpackNumbers } from './packedNumbers';
import type { PackedNumbers } from './packedNumbers';
import { issueDetail, issueField, withPlace } from './issueDetail';
import { readJson } from './readJson';
import type { JsonKey } from './scanJson';
import { STYLE_FORMAT, STYLE_VERSION } from './style';
import type { Style } from './style';
import { styleSchema } from './styleSchema';
import type { StyleFile } from './styleSchema';
import { upgradeStyle } from './upgradeStyle';
import { validateStackOf } from './validateStackOf';

/**
 * @param fileName only for the errors.
 * @throws UserError `style-not-json`, `style-other-format`, `style-newer` or `style-invalid` (with `field` and `detail`);
 *   or what `validateStackOf` throws, for layers that Photoshop could not hold.
 */
export function parseStyle(text: string, fileName = 'The style'): Style {
  const read = readJson(text);
  if ('failure' in read) {
    throw new UserError('style-not-json', { file: fileName, detail: read.failure });
  }
  const head = v.safeParse(
    v.looseObject({
      format: v.literal(STYLE_FORMAT),
      version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
    read.value,
  );
  if (!head.success) throw new UserError('style-other-format', { file: fileName });
  if (head.output.version > STYLE_VERSION) {
    throw new UserError('style-newer', { file: fileName, version: head.output.version });
  }
  const parsed = v.safeParse(styleSchema, upgradeStyle(head.output), { abortEarly: true });
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw invalid({ text, fileName }, issueField(issue), issueDetail(issue));
  }
  const { provenance, learned, ...file } = parsed.output;
  const source = { text, fileName };
  const look = { ...unpackResidual(file.look, source, 'look'), provenance };
  const stack = unpackStack(file.stack, source);
  const asLearned = learned && { learned: unpackResidual(learned, source, 'learned') };
  const style = { ...withoutTag(file), look, stack, ...asLearned } as Style;
  validateStackOf(text, fileName, style.stack);
  return style;
}

/** Only for the errors. */
interface Source {
  readonly text: string;
  readonly fileName: string;
}

/** The tag and the version belong to the file, not to the style: formatStyle writes them. */
function withoutTag<T extends object>(file: T): Omit<T, 'format' | 'version'> {
  const entries = Object.entries(file).filter(([key]) => key !== 'format' && key !== 'version');
  return Object.fromEntries(entries) as Omit<T, 'format' | 'version'>;
}

interface PackedStages {
  readonly residual?: StyleFile['look']['residual'] | undefined;
}

function unpackResidual(stages: PackedStages, source: Source, field: 'look' | 'learned'): Partial<Look> {
  const { residual } = stages;
  if (!residual) return stages as Partial<Look>;
  const offsets = unpack(residual.offsets, residual.size, source, [field, 'residual', 'offsets']);
  return { ...stages, residual: { ...residual, offsets } };
}

function unpackStack(stack: StyleFile['stack'], source: Source): AdjustmentStack {
  return {
    ...stack,
    layers: stack.layers.map((layer, i) => ({
      ...layer,
      adjustment: unpackAdjustment(layer.adjustment, source, [
        'stack',
        'layers',
        i,
        'adjustment',
        'lut',
        'values',
      ]),
    })),
  };
}

type PackedAdjustment = StyleFile['stack']['layers'][number]['adjustment'];

function unpackAdjustment(
  adjustment: PackedAdjustment,
  source: Source,
  field: readonly JsonKey[],
): Adjustment {
  if (adjustment.kind !== 'colorLookup') return adjustment;
  const { lut } = adjustment;
  return { ...adjustment, lut: { ...lut, values: unpack(lut.values, lut.size, source, field) } };
}

function unpack(
  packed: PackedNumbers,
  size: number,
  source: Source,
  field: readonly JsonKey[],
): Float32Array {
  const values = unpackNumbers(packed, 3 * size ** 3);
  if (!values) throw invalid(source, field, `Expected ${3 * size ** 3} packed numbers`);
  return values;
}

function invalid({ text, fileName }: Source, field: readonly JsonKey[], detail: string): UserError {
  const place = { file: fileName, field: field.join('.') };
  return new UserError('style-invalid', { ...place, what: detail, detail: withPlace(detail, text, field) });
}
