/**
 * The coverage map as inline SVG: OKLab's plane of a (to the right: red) and b (upward: yellow) at three lightnesses.
 * A filled dot is a color that the pairs have shown, the larger the better; a ring is one that the look guesses.
 */
import { createOklabToRgb } from '../../engine/color/oklab';
import { coverageNode, type Coverage } from '../../engine/confidence/coverage';
import { hexColor } from './hexColor';

const BANDS = [
  { name: 'Dark', from: 0.12, to: 0.42 },
  { name: 'Middle', from: 0.42, to: 0.72 },
  { name: 'Light', from: 0.72, to: 1.01 },
] as const;

/** Only what lies in this square is drawn: beyond it there are hardly any colors of photographs. */
const REACH = 0.27;
const SIZE = 240;
const GUESSED = 0.12;
/** Rings are drawn darker than their color, or pale ones would not show on paper. */
const RING_SHADE = 0.72;

export function formatCoveragePlot(coverage: Coverage): string {
  const plots = BANDS.map(
    (band) =>
      `<figure><svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${band.name} colors: seen and guessed"><rect class="field" x=".5" y=".5" width="${SIZE - 1}" height="${SIZE - 1}" rx="6"/>${dots(coverage, band)}</svg><figcaption>${band.name} colors</figcaption></figure>`,
  );
  return `<div class="row coverage">${plots.join('\n')}</div>`;
}

function dots({ nodes, seen, space }: Coverage, { from, to }: (typeof BANDS)[number]): string {
  const toRgb = createOklabToRgb(space);
  const rgb = new Float64Array(3);
  const [ls, as, bs] = nodes;
  const marks: string[] = [];
  for (let j = 0; j < bs; j++) {
    for (let i = 0; i < as; i++) {
      let best = -1;
      let color = '';
      let x = 0;
      let y = 0;
      for (let k = 0; k < ls; k++) {
        const [l, a, b] = coverageNode(k, i, j);
        if (l < from || l >= to || Math.abs(a) > REACH || Math.abs(b) > REACH) continue;
        toRgb(l, a, b, rgb, 0);
        const known = seen[k + ls * (i + as * j)];
        if (!rgb.every((v) => v >= -0.002 && v <= 1.002) || known <= best) continue;
        best = known;
        color = hexColor(known >= GUESSED ? rgb : rgb.map((v) => RING_SHADE * v));
        x = ((a + REACH) / (2 * REACH)) * SIZE;
        y = ((REACH - b) / (2 * REACH)) * SIZE;
      }
      if (best < 0) continue;
      const at = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}"`;
      marks.push(
        best >= GUESSED
          ? `<circle ${at} r="${(2 + 4 * best).toFixed(1)}" fill="${color}"/>`
          : `<circle class="guess" ${at} r="2.4" stroke="${color}"/>`,
      );
    }
  }
  return marks.join('');
}
