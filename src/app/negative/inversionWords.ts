/** The numbers of an inversion in words, for the panel, the command line and the report. */
import type { Inversion, Triple } from '../../engine/negative/inversion';
import { formatNumber } from '../formatNumber';
import { TEXTS } from '../texts';

export interface InversionRow {
  readonly name: string;
  /** Red, green and blue. */
  readonly values: readonly [string, string, string];
}

const texts = TEXTS.negative;

export function inversionTitle({ kind, origin }: Inversion): string {
  return `${texts.kinds[kind]}, ${texts.origins[origin]}.`;
}

export function inversionRows(inversion: Inversion): InversionRow[] {
  const { base, maxDensity, gamma, offset, crosstalk } = inversion;
  const row = (name: string, [red, green, blue]: Triple): InversionRow => ({
    name,
    values: [formatNumber(red, 2), formatNumber(green, 2), formatNumber(blue, 2)],
  });
  const density = (light: number): number => -Math.log10(light);
  const names = ['red', 'green', 'blue'] as const;
  return [
    row(texts.numbers.base, [density(base[0]), density(base[1]), density(base[2])]),
    row(texts.numbers.maxDensity, maxDensity),
    row(texts.numbers.gamma, gamma),
    row(texts.numbers.offset, offset),
    ...names.map((channel, c) =>
      row(texts.crosstalkInto(TEXTS.channels[channel].toLowerCase()), [
        crosstalk[3 * c],
        crosstalk[3 * c + 1],
        crosstalk[3 * c + 2],
      ]),
    ),
  ];
}

/** What became of the scanner's curve, and why no more. */
export function scannerCurveWords({ scanGamma, space }: Inversion): string {
  const { profile, linear, gamma, unknown } = texts.scannerCurve;
  if (scanGamma === null) return `${profile(TEXTS.spaces[space])} ${unknown}`;
  return `${scanGamma === 1 ? linear : gamma(formatNumber(scanGamma, 1))} ${unknown}`;
}
