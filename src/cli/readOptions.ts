import { parseArgs } from 'node:util';
import { UsageError } from './usageError';

type OptionTable = Readonly<Record<string, 'text' | 'flag'>>;

export type OptionValues<T extends OptionTable> = {
  readonly [K in keyof T]?: T[K] extends 'flag' ? boolean : string;
};

/**
 * Reads `--name value`, `--name=value` and flags strictly: what the table does not name is an error.
 * @param positionals names of the arguments without `--`, all required.
 * @param options.more the last of them may be given several times.
 * @throws UsageError
 */
export function readOptions<T extends OptionTable>(
  args: readonly string[],
  table: T,
  positionals: readonly string[] = [],
  { more = false }: { readonly more?: boolean } = {},
): { readonly values: OptionValues<T>; readonly positionals: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(plain(error instanceof Error ? error.message : String(error)));
  }
  const values: Record<string, string | boolean> = {};
  for (const [name, given] of Object.entries(parsed.values)) {
    if (!Array.isArray(given)) continue;
    if (given.length > 1) throw new UsageError(`--${name} is given ${given.length} times.`);
    const value = given[0];
    if (value === '') throw new UsageError(`--${name} is empty.`);
    values[name] = value as string | boolean;
  }
  if (!more && parsed.positionals.length > positionals.length) {
    throw new UsageError(`“${parsed.positionals[positionals.length]}” is one argument too many.`);
  }
  if (parsed.positionals.length < positionals.length) {
    throw new UsageError(`${positionals[parsed.positionals.length]} is missing.`);
  }
  return { values: values as OptionValues<T>, positionals: parsed.positionals };
}

/** @throws UsageError when it was not given */
export function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** Node's messages explain the double dash at length; the first sentence is what matters. */
function plain(message: string): string {
  const sentence = message.split(/(?<=\.)\s|\n/)[0];
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
