/** Numbers that are typed, or moved with the arrow keys. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Places behind the decimal point; none when it is not given. */
  readonly decimals?: number;
}

/** A number within the range, rounded to its decimals; null for what is no number. Takes the typographic minus and a decimal comma. */
export function parseNumber(text: string, { min, max, decimals = 0 }: NumberRange): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.').replace(/\s*%$/, '');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return rounded(Math.min(max, Math.max(min, Number(plain))), decimals);
}

/** The value after an arrow key, a step of its last decimal on (Shift: ten of them); null for any other key. */
export function stepBy(
  value: number,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { min, max, decimals = 0 }: NumberRange,
): number | null {
  const direction = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
  if (direction === 0) return null;
  const step = (shiftKey ? 10 : 1) / 10 ** decimals;
  return rounded(Math.min(max, Math.max(min, value + direction * step)), decimals);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
