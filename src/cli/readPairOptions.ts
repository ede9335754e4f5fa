import { UsageError } from './usageError';

/** Paths of one film picture and of the digital one of the same scene. */
export interface PairPaths {
  readonly film: string;
  readonly digital: string;
}

const NUMBERED = /^--(film|digital)(\d+)(?:=|$)/;
const MAX_PAIRS = 99;

/** The options --film, --digital and as many of --film2, --digital2 … as stand on the command line. */
export function pairOptionTable(args: readonly string[]): Record<string, 'text'> {
  const table: Record<string, 'text'> = { film: 'text', digital: 'text' };
  for (const arg of args) {
    const match = NUMBERED.exec(arg);
    if (match && Number(match[2]) >= 2 && Number(match[2]) <= MAX_PAIRS)
      table[`${match[1]}${match[2]}`] = 'text';
  }
  return table;
}

/** @throws UsageError when a pair lacks its other half */
export function readPairs(values: Readonly<Record<string, string | boolean | undefined>>): PairPaths[] {
  const numbers = new Set([1]);
  for (const name of Object.keys(values)) {
    const match = /^(?:film|digital)(\d+)$/.exec(name);
    if (match) numbers.add(Number(match[1]));
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const suffix = number === 1 ? '' : String(number);
      const film = values[`film${suffix}`];
      const digital = values[`digital${suffix}`];
      if (typeof film !== 'string') throw new UsageError(`--film${suffix} is missing.`);
      if (typeof digital !== 'string') throw new UsageError(`--digital${suffix} is missing.`);
      return { film, digital };
    });
}
