/** How sure the numbers of the look are: one standard deviation of each, by hue as bars in the colors that they are about. */
import { createOklabToRgb } from '../../engine/color/oklab';
import type { LookUncertainty } from '../../engine/confidence/bootstrapLook';
import { hexColor } from './hexColor';

const HEIGHT = 120;
const WIDTH = 400;

export function formatUncertainty(uncertainty: LookUncertainty): string {
  const { exposureEv, redEv, blueEv, tone, hueBands, rounds } = uncertainty;
  if (hueBands.length === 0) return '';
  const levels = Math.max(...tone) * 255;
  const facts = [
    ['Exposure', `± ${exposureEv.toFixed(2)} EV`],
    ['Red against green', `± ${redEv.toFixed(2)} EV`],
    ['Blue against green', `± ${blueEv.toFixed(2)} EV`],
    ['Tone', `± ${levels.toFixed(1)} of 255 levels at most`],
  ];
  return `<div class="split"><figure>${hueBars(hueBands)}<figcaption>How far the hue shift is open, by hue: longest bar ± ${longest(hueBands).toFixed(1)}°</figcaption></figure>
<div><dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>
<p class="soft">One standard deviation, from ${rounds} repetitions in which the colors of the pairs were weighed anew by chance. It says what the seen colors leave open; guessed colors are less sure than that.</p></div></div>`;
}

type HueBands = LookUncertainty['hueBands'];

const longest = (bands: HueBands): number => Math.max(...bands.map(({ shiftDeg }) => shiftDeg));

function hueBars(bands: HueBands): string {
  const toRgb = createOklabToRgb('srgb');
  const rgb = new Float64Array(3);
  const step = WIDTH / bands.length;
  const scale = (HEIGHT - 8) / Math.max(2, longest(bands));
  const bars = bands.map(({ hueDeg, shiftDeg }, i) => {
    const angle = (hueDeg * Math.PI) / 180;
    toRgb(0.68, 0.13 * Math.cos(angle), 0.13 * Math.sin(angle), rgb, 0);
    const height = Math.max(2, shiftDeg * scale);
    return `<rect x="${(i * step + 4).toFixed(1)}" y="${(HEIGHT - height).toFixed(1)}" width="${(step - 8).toFixed(1)}" height="${height.toFixed(1)}" rx="3" fill="${hexColor(rgb)}"/>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT + 1}" role="img" aria-label="Uncertainty of the hue shift by hue">${bars.join('')}<path class="grid" d="M0 ${HEIGHT + 0.5}H${WIDTH}"/></svg>`;
}
