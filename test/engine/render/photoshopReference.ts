/**
 * Colors before and after one adjustment layer, as measured in 8-bit documents that Photoshop saved (versions from CS6 to
 * 2026). Colors are six hexadecimal digits; hue ranges that are not named have Photoshop's default handles and no shift.
 */
import { DEFAULT_HUE_RANGES, type Adjustment } from '../../../src/engine/adjustments';
import reference from './photoshop.reference.json';

export interface ReferenceCase<A extends Adjustment> {
  readonly name: string;
  readonly adjustment: A;
  readonly input: readonly (readonly number[])[];
  readonly output: readonly (readonly number[])[];
}

export function referenceCases<A extends Adjustment>(
  kind: keyof typeof reference,
): readonly ReferenceCase<A>[] {
  return reference[kind].map(({ name, adjustment, input, output }) => ({
    name,
    adjustment: withAllRanges(adjustment) as unknown as A,
    input: colorsFromHex(input),
    output: colorsFromHex(output),
  }));
}

function withAllRanges(adjustment: object): object {
  return 'ranges' in adjustment
    ? { ...adjustment, ranges: { ...DEFAULT_HUE_RANGES, ...(adjustment.ranges as object) } }
    : adjustment;
}

const colorsFromHex = (text: string): number[][] =>
  text.split(' ').map((color) => [0, 2, 4].map((i) => parseInt(color.slice(i, i + 2), 16)));
