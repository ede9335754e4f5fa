/** JSON for people and for diffs: objects over several lines, arrays of plain numbers on one line, no noise digits. */

/** More digits than any display or printer can show; enough that reading and writing again changes nothing. */
const SIGNIFICANT_DIGITS = 7;
const MAX_LINE = 100;

/** Values of undefined are left out. @param value plain data */
export function formatJson(value: unknown): string {
  return `${formatValue(value, '')}\n`;
}

function formatValue(value: unknown, indent: string): string {
  if (typeof value === 'number') return formatNumber(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item === 'number')) return `[${value.map(formatNumber).join(', ')}]`;
    const items = value.map((item: unknown) => formatValue(item, inner));
    return wrap('[', items, ']', indent);
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  return wrap(
    '{',
    entries.map(([key, item]) => `${JSON.stringify(key)}: ${formatValue(item, inner)}`),
    '}',
    indent,
  );
}

/** On one line when it fits there. */
function wrap(open: string, items: readonly string[], close: string, indent: string): string {
  const line = `${open} ${items.join(', ')} ${close}`;
  if (line.length + indent.length <= MAX_LINE && !line.includes('\n')) return line;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
}

/** @throws RangeError when the number is not finite: JSON has no way to say so. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`JSON holds finite numbers, got ${value}.`);
  return String(Number.isInteger(value) ? value + 0 : Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}
