import { UsageError } from './usageError';

/** @param option its name without dashes @throws UsageError when `text` is none of the choices */
export function oneOf<T extends string>(text: string, choices: readonly T[], option: string): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined)
    throw new UsageError(`--${option} is one of ${choices.join(', ')}, not “${text}”.`);
  return found;
}
