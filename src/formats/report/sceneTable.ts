/** What the scenes are made of, by named colors: share, the color in the photo and on film, difference before and after. */
import type { SceneCluster } from '../../engine/confidence/sceneClusters';
import { escapeHtml } from './escapeHtml';
import { hexColor } from './hexColor';

export interface SceneRow extends SceneCluster {
  readonly name: string;
}

export function formatSceneTable(rows: readonly SceneRow[]): string {
  const largest = Math.max(0.01, ...rows.map(({ share }) => share));
  const body = rows.map(({ name, share, digital, film, before, look }) => {
    const bar = ((100 * share) / largest).toFixed(1);
    return `<tr><th><span class="swatch" style="background:linear-gradient(90deg,${hexColor(digital)} 50%,${hexColor(film)} 50%)"></span>${escapeHtml(name)}</th>
<td class="bar"><span class="share" style="width:${bar}%"></span></td><td class="number">${percent(share)}</td>
<td class="number">${before.toFixed(1)}</td><td class="number main">${look.toFixed(1)}</td></tr>`;
  });
  return `<table class="differences scene"><thead><tr><th></th><th class="bar"></th><th class="number">share</th><th class="number">ΔE before</th><th class="number">with look</th></tr></thead>
<tbody>${body.join('\n')}</tbody></table>`;
}

function percent(share: number): string {
  return share < 0.01 ? '< 1 %' : `${Math.round(100 * share)} %`;
}
