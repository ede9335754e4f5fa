/**
 * What the look does to gray, as inline SVG: encoded values of the photo to the right, of the film upward; one line a
 * channel and one for luma. Behind them the measured colors of the pair, each dot in the film's own color.
 */
import type { Look } from '../../engine/look';
import { createLookMapper } from '../../engine/render/renderLook';
import type { ReportColors } from './reportContent';

const SIZE = 400;
const SAMPLES = 65;
const MAX_DOTS = 700;

/** Rec. 709 luma weights on encoded values: what "how bright" means in a curves dialog. */
const LUMA = [0.2126, 0.7152, 0.0722] as const;

const LINES = [
  { name: 'Red', className: 'red' },
  { name: 'Green', className: 'green' },
  { name: 'Blue', className: 'blue' },
  { name: 'Luma', className: 'luma' },
] as const;

export function formatCurvesPlot(look: Look, colors: ReportColors): string {
  const grays = new Float32Array(3 * SAMPLES);
  for (let i = 0; i < SAMPLES; i++) grays.fill(i / (SAMPLES - 1), 3 * i, 3 * i + 3);
  const mapped = new Float32Array(grays.length);
  createLookMapper(look)(grays, mapped, SAMPLES);
  const path = (value: (i: number) => number): string =>
    Array.from(
      { length: SAMPLES },
      (_, i) => `${i === 0 ? 'M' : 'L'}${place(i / (SAMPLES - 1))} ${place(1 - value(i))}`,
    ).join('');
  const channel = (c: number) => (i: number) => mapped[3 * i + c];
  const values = [channel(0), channel(1), channel(2), (i: number) => lumaAt(mapped, i)];
  return `<figure class="plot">
<svg viewBox="-6 -6 ${SIZE + 12} ${SIZE + 12}" role="img" aria-label="Curves from the digital photo to the film">
<rect class="field" width="${SIZE}" height="${SIZE}" rx="4"/>
${gridLines()}
<line class="diagonal" x1="0" y1="${SIZE}" x2="${SIZE}" y2="0"/>
<g class="dots">${dots(colors)}</g>
${LINES.map(({ className }, i) => `<path class="${className}" d="${path(values[i])}"/>`).join('\n')}
</svg>
<figcaption>${LINES.map(({ name, className }) => `<span class="key ${className}">${name}</span>`).join(' ')}</figcaption>
</figure>`;
}

function gridLines(): string {
  return [0.25, 0.5, 0.75]
    .map((t) => `<path class="grid" d="M${place(t)} 0V${SIZE}M0 ${place(t)}H${SIZE}"/>`)
    .join('');
}

function dots({ digital, film }: ReportColors): string {
  const count = digital.length / 3;
  const step = Math.max(1, Math.ceil(count / MAX_DOTS));
  const circles: string[] = [];
  for (let i = 0; i < count; i += step) {
    const fill = [0, 1, 2].map((c) => hex(film[3 * i + c])).join('');
    circles.push(
      `<circle cx="${place(lumaAt(digital, i))}" cy="${place(1 - lumaAt(film, i))}" r="3" fill="#${fill}"/>`,
    );
  }
  return circles.join('');
}

function lumaAt(colors: Float32Array, i: number): number {
  return LUMA[0] * colors[3 * i] + LUMA[1] * colors[3 * i + 1] + LUMA[2] * colors[3 * i + 2];
}

function place(t: number): string {
  return (SIZE * Math.min(1, Math.max(0, t))).toFixed(1);
}

function hex(value: number): string {
  return Math.round(255 * Math.min(1, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');
}
