import os from 'node:os';
import type { OptionValues } from '../readOptions';
import { UsageError } from '../usageError';
import type { TextureAmounts } from './applyWithTexture';
import type { ApplyMode } from './pixelMapper';

export const APPLY_OPTIONS = {
  out: 'text',
  as: 'text',
  strength: 'text',
  grain: 'text',
  halation: 'text',
  list: 'text',
  jobs: 'text',
  json: 'flag',
} as const;

const MAX_JOBS = 64;

export interface HowToApply {
  readonly mode: ApplyMode;
  readonly strength: number;
  readonly texture: TextureAmounts;
}

/** @throws UsageError */
export function readHowToApply(values: OptionValues<typeof APPLY_OPTIONS>): HowToApply {
  return {
    mode: readMode(values.as),
    strength: readShare(values.strength, 'strength', 1) ?? 1,
    texture: {
      grain: readShare(values.grain, 'grain', 2) ?? 0,
      halation: readShare(values.halation, 'halation', 2) ?? 0,
    },
  };
}

/** @throws UsageError */
export function readJobs(text: string | undefined): number {
  if (text === undefined) return os.availableParallelism();
  const jobs = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(jobs >= 1 && jobs <= MAX_JOBS))
    throw new UsageError(`--jobs is a whole number from 1 to ${MAX_JOBS}, not “${text}”.`);
  return jobs;
}

function readMode(text: string | undefined): ApplyMode {
  if (text === undefined || text === 'lut') return 'lut';
  if (text === 'stack') return 'stack';
  throw new UsageError(`--as is stack or lut, not “${text}”.`);
}

function readShare(text: string | undefined, name: string, max: number): number | undefined {
  if (text === undefined) return undefined;
  const share = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  if (!(share >= 0 && share <= max))
    throw new UsageError(`--${name} is a number from 0 to ${max}, not “${text}”.`);
  return share;
}
