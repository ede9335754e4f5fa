/** What is measured on a picture as a whole, and by named colors: as it is, with the look, with the look of the others. */
import { escapeHtml } from './escapeHtml';
import type { ReportComparison, ReportPair } from './reportContent';

interface Measure {
  readonly name: string;
  readonly digits: number;
  readonly read: (comparison: ReportComparison) => number | null;
}

const MEASURES: readonly Measure[] = [
  { name: 'Likeness of structure (SSIM, 1 is the same)', digits: 2, read: ({ ssim }) => ssim },
  { name: 'Tone curve, distance in lightness (of 100)', digits: 1, read: ({ toneCurve }) => toneCurve },
  { name: 'Distribution of lightness (EMD)', digits: 1, read: ({ emd }) => emd.L },
  { name: 'Distribution of green to red (EMD of a)', digits: 1, read: ({ emd }) => emd.a },
  { name: 'Distribution of blue to yellow (EMD of b)', digits: 1, read: ({ emd }) => emd.b },
];

export function formatWholePicture({ whole, masked }: ReportPair): string {
  const regions = whole.before.regions.map(({ name, share }): Measure => ({
    name: `${name}, ${Math.max(1, Math.round(100 * share))} % of the picture (ΔE)`,
    digits: 1,
    read: (comparison) => comparison.regions.find((region) => region.name === name)?.mean ?? null,
  }));
  const columns = [whole.before, whole.look, ...(whole.heldOut ? [whole.heldOut] : [])];
  const heads = ['as it is', 'with the look', ...(whole.heldOut ? ['look of the other pairs'] : [])];
  const rows = [...MEASURES, ...regions].map(({ name, digits, read }) => {
    const cells = columns.map((column) => `<td class="number">${read(column)?.toFixed(digits) ?? '–'}</td>`);
    return `<tr><th>${escapeHtml(name)}</th>${cells.join('')}</tr>`;
  });
  return `<details><summary>The whole picture, and its colors by name</summary>
<table class="differences"><thead><tr><th></th>${heads.map((head) => `<th class="number">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<dl class="facts">${masked.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
</details>`;
}
