import type { DifferenceSummary } from '../../engine/metrics/differenceSummary';
import { escapeHtml } from './escapeHtml';

export interface DifferenceRow {
  readonly name: string;
  readonly summary: DifferenceSummary;
}

/**
 * Bars for the mean, and median and 95th percentile as numbers.
 * @param reading whether the first row is what was there before, or all rows are results
 */
export function formatDifferenceTable(
  rows: readonly DifferenceRow[],
  reading: 'before-and-after' | 'results' = 'before-and-after',
): string {
  const scale = Math.max(1, ...rows.map(({ summary }) => summary.p95));
  const body = rows.map(({ name, summary: { mean, median, p95 } }, i) => {
    const bar = (value: number) => ((100 * value) / scale).toFixed(1);
    return `<tr class="${i === 0 && reading === 'before-and-after' ? 'before' : 'after'}"><th>${escapeHtml(name)}</th>
<td class="bar"><span class="reach" style="width:${bar(p95)}%"></span><span class="mean" style="width:${bar(mean)}%"></span></td>
<td class="number main">${mean.toFixed(1)}</td><td class="number">${median.toFixed(1)}</td><td class="number">${p95.toFixed(1)}</td></tr>`;
  });
  return `<table class="differences"><thead><tr><th></th><th class="bar"></th><th class="number">average</th><th class="number">half below</th><th class="number">95 % below</th></tr></thead>
<tbody>${body.join('\n')}</tbody></table>`;
}
