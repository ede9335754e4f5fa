import { formatNumber } from './formatNumber';

/** Fills `{name}` with `values.name`; a blank without value stays empty. */
export function fillBlanks(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_blank, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' && !Number.isInteger(value) ? formatNumber(value, 2) : String(value);
  });
}
