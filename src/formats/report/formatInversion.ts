/** How the scans of a roll become positive: the scan beside its positive, and the numbers. */
import { escapeHtml } from './escapeHtml';
import type { ReportInversion, ReportPicture } from './reportContent';

export function formatInversionSection({
  title,
  rows,
  scannerCurve,
  scan,
  positive,
}: ReportInversion): string {
  const body = rows.map(
    ({ name, values }) =>
      `<tr class="after"><th>${escapeHtml(name)}</th>${values.map((value) => `<td class="number">${escapeHtml(value)}</td>`).join('')}</tr>`,
  );
  return `<section>
<h2>Inversion of the negative</h2>
<p>${escapeHtml(title)} <b>inversion.json</b> holds these numbers for the other frames of the roll.</p>
<div class="row two">${formatPicture(scan, 'The scan as it is')}${formatPicture(positive, 'Its positive, laid on the photo, before the look')}</div>
<table class="differences"><thead><tr><th></th><th class="number">red</th><th class="number">green</th><th class="number">blue</th></tr></thead>
<tbody>${body.join('\n')}</tbody></table>
<p class="soft">${escapeHtml(scannerCurve)}</p>
</section>`;
}

function formatPicture({ url, width, height }: ReportPicture, caption: string): string {
  return `<figure><img src="${url}" width="${width}" height="${height}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
}
