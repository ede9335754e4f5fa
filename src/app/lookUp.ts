/** The text of `code`, or of the family that it belongs to: `align.features` falls back to `align`. */
export function lookUp<T>(texts: Readonly<Record<string, T>>, code: string): T | undefined {
  for (let key = code; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    if (Object.hasOwn(texts, key)) return texts[key];
  }
  return undefined;
}
