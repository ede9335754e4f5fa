import type { Polarity } from '../engine/align/polarity';
import { POLARITIES } from '../engine/align/polarity';
import { UsageError } from './usageError';

/** Paths of one film picture and of the digital one of the same scene, and what is known about them. */
export interface PairPaths {
  readonly film: string;
  readonly digital: string;
  /** A file of point pairs placed by hand. */
  readonly points?: string;
  readonly polarity?: Polarity;
}

const NUMBERED = /^--(film|digital|points|polarity)(\d+)(?:=|$)/;
const MAX_PAIRS = 99;

/** What the help says about the hints that a pair may come with. */
export const PAIR_HINTS_HELP = `\
  --points FILE       3 to 8 point pairs that you placed, when the pictures cannot be aligned without: a JSON list of
                      {"film": {"x": …, "y": …}, "digital": {"x": …, "y": …}} in pixels of the upright pictures
  --polarity WHICH    negative, positive or auto (default): whether the scan is an un-inverted negative`;

const PAIR_OPTION = /^--(film|digital|points|polarity)(=|$)/;

/**
 * `--film a --digital b --film c --digital d` as `--film a --digital b --film2 c --digital2 d`: an option that stands
 * there again begins the next pair.
 */
export function numberPairs(args: readonly string[]): string[] {
  let pair = 1;
  let used = new Set<string>();
  return args.map((arg) => {
    const match = PAIR_OPTION.exec(arg);
    if (!match) return arg;
    if (used.has(match[1])) {
      pair++;
      used = new Set();
    }
    used.add(match[1]);
    return pair === 1 ? arg : arg.replace(match[1], `${match[1]}${pair}`);
  });
}

/** The options of the first pair and as many of --film2, --digital2 … as stand on the command line. */
export function pairOptionTable(args: readonly string[]): Record<string, 'text'> {
  const table: Record<string, 'text'> = { film: 'text', digital: 'text', points: 'text', polarity: 'text' };
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
    const match = /^(?:film|digital|points|polarity)(\d+)$/.exec(name);
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
      const points = values[`points${suffix}`];
      const polarity = readPolarity(values[`polarity${suffix}`], `--polarity${suffix}`);
      return {
        film,
        digital,
        ...(typeof points === 'string' && { points }),
        ...(polarity && { polarity }),
      };
    });
}

function readPolarity(value: string | boolean | undefined, option: string): Polarity | null {
  if (value === undefined) return null;
  const polarity = POLARITIES.find((name) => name === value);
  if (!polarity) throw new UsageError(`${option} is ${POLARITIES.join(', ')}, not “${value}”.`);
  return polarity;
}
