/** Numbers that are typed, or moved with the arrow keys. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** A whole number within the range; null for what is no number. Takes the typographic minus and a decimal comma. */
export function parseNumber(text: string, { min, max }: NumberRange): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.').replace(/\s*%$/, '');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Math.round(Math.min(max, Math.max(min, Number(plain))));
}

/** The value after an arrow key; null for any other key. */
export function stepBy(
  value: number,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { min, max }: NumberRange,
): number | null {
  const direction = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
  if (direction === 0) return null;
  return Math.min(max, Math.max(min, value + direction * (shiftKey ? 10 : 1)));
}
