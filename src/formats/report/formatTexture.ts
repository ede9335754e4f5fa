/** Grain side by side, and the glow around highlights by distance as inline SVG. */
import type { ChannelProfiles, HalationProfile } from '../../engine/halation/halationProfile';
import { escapeHtml } from './escapeHtml';
import type { ReportPicture, ReportTexture } from './reportContent';

const WIDTH = 400;
const HEIGHT = 240;
/** Grain is shown enlarged, pixel by pixel. */
const ZOOM = 2;
const CHANNELS = ['red', 'green', 'blue'] as const;

export function formatTexture({ grain, grainWords, halation, halationWords }: ReportTexture): string {
  return `<section>
<h2>Grain</h2>
<p>${escapeHtml(grainWords)}</p>
${grain ? `<div class="row">${formatPiece(grain.film, 'The film')}${formatPiece(grain.ours, 'The photo with the look and our grain')}</div>` : ''}
<h2>Halation</h2>
<p>${escapeHtml(halationWords)}</p>
${halation ? formatProfile(halation) : ''}
</section>`;
}

function formatPiece({ url, width, height }: ReportPicture, caption: string): string {
  return `<figure><img src="${url}" width="${ZOOM * width}" height="${ZOOM * height}" style="image-rendering:pixelated" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
}

/** Dots are what was measured, lines what is rendered; distance to the right, levels of 255 upward. */
function formatProfile({ distance, measured, ours }: HalationProfile): string {
  const all = CHANNELS.flatMap((channel) => [...measured[channel], ...ours[channel]]);
  const top = Math.max(1 / 255, ...all);
  const bottom = Math.min(0, ...all);
  const reach = Math.max(...distance);
  const x = (value: number): string => ((WIDTH * value) / reach).toFixed(1);
  const y = (value: number): string => ((HEIGHT * (top - value)) / (top - bottom)).toFixed(1);
  const line = (values: ChannelProfiles[(typeof CHANNELS)[number]]): string =>
    values.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(distance[i])} ${y(value)}`).join('');
  return `<figure class="plot">
<svg viewBox="-6 -6 ${WIDTH + 12} ${HEIGHT + 12}" role="img" aria-label="Glow around highlights by distance">
<rect class="field" width="${WIDTH}" height="${HEIGHT}" rx="4"/>
<path class="grid" d="M0 ${y(0)}H${WIDTH}"/>
${CHANNELS.map((channel) => `<path class="${channel}" d="${line(ours[channel])}"/>`).join('')}
${CHANNELS.map((channel) => measured[channel].map((value, i) => `<circle class="${channel}" cx="${x(distance[i])}" cy="${y(value)}" r="3"/>`).join('')).join('')}
</svg>
<figcaption>From the edge of highlights (left) to ${(100 * reach).toFixed(1)} % of the long edge away; up to ${(255 * top).toFixed(0)} of 255 levels. Dots: the film less the look of the photo. Lines: what is rendered.</figcaption>
</figure>`;
}
