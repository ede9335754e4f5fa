/** The fields of what was read from a file; none where that is no object. */
export function asRecord(value: unknown): Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
