/** The numbers of an inversion in words, for the panel, the command line and the report. */
import type { Inversion, Triple } from '../../engine/negative/inversion';
import { formatNumber } from '../formatNumber';
import { TEXTS } from '../texts';

export interface InversionRow {
  readonly id: string;
  readonly name: string;
  /** Red, green and blue. */
  readonly values: readonly [string, string, string];
  /** What the numbers mean. */
  readonly help: string;
}

const texts = TEXTS.negative;

export function inversionTitle({ kind, origin }: Inversion): string {
  return `${texts.kinds[kind]}, ${texts.origins[origin]}.`;
}

export function inversionRows(inversion: Inversion): InversionRow[] {
  const { base, maxDensity, gamma, offset, crosstalk } = inversion;
  const row = (id: string, name: string, help: string, [red, green, blue]: Triple): InversionRow => ({
    id,
    name,
    values: [formatNumber(red, 2), formatNumber(green, 2), formatNumber(blue, 2)],
    help,
  });
  const numbered = (id: keyof typeof texts.numbers, values: Triple): InversionRow =>
    row(id, texts.numbers[id], texts.numberHelp[id], values);
  const density = (light: number): number => -Math.log10(light);
  const names = ['red', 'green', 'blue'] as const;
  return [
    numbered('base', [density(base[0]), density(base[1]), density(base[2])]),
    numbered('maxDensity', maxDensity),
    numbered('gamma', gamma),
    numbered('offset', offset),
    ...names.map((channel, c) =>
      row(
        `crosstalk-${channel}`,
        texts.crosstalkInto(TEXTS.channels[channel].toLowerCase()),
        texts.numberHelp.crosstalk,
        [crosstalk[3 * c], crosstalk[3 * c + 1], crosstalk[3 * c + 2]],
      ),
    ),
  ];
}

/** What became of the scanner's curve, and why no more. */
export function scannerCurveWords({ scanGamma, space }: Inversion): string {
  const { profile, linear, gamma, unknown } = texts.scannerCurve;
  if (scanGamma === null) return `${profile(TEXTS.spaces[space])} ${unknown}`;
  return `${scanGamma === 1 ? linear : gamma(formatNumber(scanGamma, 1))} ${unknown}`;
}
