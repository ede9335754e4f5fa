/** Numbers and results as the command line shows them. */
import type { DifferenceSummary } from '../engine/metrics/differenceSummary';
import type { CliContext } from './context';
import type { Warning } from './warning';

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

export function pixels(count: number): string {
  return `${count.toFixed(count < 10 ? 1 : 0)} px`;
}

/** Exactly one JSON object and a line end. Numbers that are none become null. */
export function printJson(value: object, { stdout }: CliContext): void {
  stdout(`${JSON.stringify(value, null, 2)}\n`);
}

export function printWarnings(warnings: readonly Warning[], { stderr }: CliContext): void {
  for (const { message, remedy } of warnings) stderr(`Note: ${message}\n      ${remedy}\n`);
}

export interface DeltaE {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** To three decimals, which is finer than anything that ΔE can mean. */
export function deltaE({ mean, median, p95, max }: DifferenceSummary): DeltaE {
  return { mean: rounded(mean), median: rounded(median), p95: rounded(p95), max: rounded(max) };
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A row of a small table: name, mean, median, 95 %, largest. */
export function deltaERow(name: string, { mean, median, p95, max }: DeltaE): string {
  return `  ${name.padEnd(28)}${[mean, median, p95, max].map((value) => value.toFixed(2).padStart(8)).join('')}\n`;
}

export const DELTA_E_HEAD = `  ${''.padEnd(28)}${['mean', 'median', '95 %', 'max'].map((text) => text.padStart(8)).join('')}\n`;
