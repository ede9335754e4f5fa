/**
 * The report of a match as one HTML page: no network, no fonts or scripts from elsewhere. The only script moves the
 * wipe between before and after; everything else reads without it.
 */
import { RGB_SPACES } from '../../engine/color/rgbSpaces';
import type { DifferenceSummary } from '../../engine/metrics/differenceSummary';
import { formatModels, formatScene, formatSeen, formatStacks, formatValidation } from './confidenceSections';
import { formatCurvesPlot } from './curvesPlot';
import { formatDifferenceTable } from './differenceTable';
import { escapeHtml } from './escapeHtml';
import { formatInversionSection } from './formatInversion';
import { formatLayerCards } from './layerCards';
import type { ReportContent, ReportNote, ReportPair, ReportPicture } from './reportContent';
import { formatTexture } from './formatTexture';
import { REPORT_CSS } from './reportCss';
import { formatWholePicture } from './wholePicture';

const SCRIPT = `for(const c of document.querySelectorAll('.compare')){const i=c.querySelector('input');i.addEventListener('input',()=>c.style.setProperty('--at',i.value+'%'))}`;

export function formatReportHtml(content: ReportContent): string {
  const { look, pairs, date, version, notes, matchedFrame } = content;
  const name = escapeHtml(look.name);
  const pairNames = pairs.map(
    ({ filmName, digitalName }) => `${escapeHtml(filmName)} on ${escapeHtml(digitalName)}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} · Filmfit</title>
<style>${REPORT_CSS}</style>
</head>
<body>
<main>
<header>
<p class="brand">Filmfit</p>
<h1>${name}</h1>
<p class="lead">Learned from ${pairNames.join('; ')}. ${escapeHtml(date)}.</p>
${matchedFrame ? `<p>${escapeHtml(matchedFrame)}</p>` : ''}
</header>
${notes.length > 0 ? `<aside class="notes">${notes.map(formatNote).join('')}</aside>` : ''}
${pairs.map((pair, i) => formatPair(pair, i, pairs.length)).join('\n')}
${formatValidation(content)}
${formatScene(content)}
${formatSeen(content)}
<section>
<h2>Curves</h2>
<div class="split">
${formatCurvesPlot(look, content.colors)}
<div>
<p>What the look does to gray: the photo’s values to the right, the film’s upward. Above the dashed line the film is brighter than the photo; where red, green and blue part, it tints.</p>
<p class="soft">The dots are colors found in both pictures, drawn in the film’s own color at their brightness.</p>
</div>
</div>
</section>
${content.inversion ? formatInversionSection(content.inversion) : ''}
${content.texture ? formatTexture(content.texture) : ''}
<section>
<h2>Layers</h2>
<p class="soft">As they stand in Photoshop, from the top layer down, in the units of its Properties panel. <b>stack.psd</b> holds them live.</p>
<div class="layers">
${formatLayerCards(content.stack)}
</div>
${formatStacks(content)}
</section>
${formatModels(content)}
${pairs.map((pair, i) => formatAlignment(pair, i, pairs.length)).join('\n')}
<footer>Filmfit ${escapeHtml(version)}. The look is made for pictures in ${RGB_SPACES[look.space].label}.</footer>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function formatNote({ message, remedy }: ReportNote): string {
  return `<p><b>${escapeHtml(message)}</b><br>${escapeHtml(remedy)}</p>`;
}

function formatPair(pair: ReportPair, index: number, count: number): string {
  const { pictures, before, look, stack } = pair;
  const heading = count > 1 ? `<h2>Pair ${index + 1}: ${escapeHtml(pair.filmName)}</h2>` : '';
  return `<section>
${heading}
${formatCompare(pictures.digital, pictures.look)}
<div class="row four">
${formatFigure(pictures.film, 'The film, laid on the photo')}
${formatFigure(pictures.look, 'The photo with the look')}
${formatFigure(pictures.stack, 'The photo with the Photoshop layers')}
${formatFigure(pictures.guessed, guessedCaption(pair.guessedShare))}
</div>
<h2>Color difference to the film</h2>
${formatHeadline(before, look)}
${formatDifferenceTable([
  { name: 'Photo as it is', summary: before },
  { name: 'With the look', summary: look },
  { name: 'With the layers', summary: stack },
])}
<p class="soft">ΔE (CIEDE2000) counts how different two colors look: 1 is just visible side by side, 2 to 4 passes in a series, above 8 is plainly another color. Measured where the film covers the photo, on patches of a few pixels, so that grain does not count.</p>
${formatWholePicture(pair)}
${formatOwnLight(pair)}
</section>`;
}

function formatOwnLight({ ownLight, residual }: ReportPair): string {
  const left = { name: 'Left with the look and this light', value: `ΔE ${residual.mean.toFixed(1)}` };
  const facts = [...ownLight, left].map(
    ({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<h3 class="sub">This frame’s own light</h3>
<p class="soft">It differs from frame to frame, so it is measured beside the look and kept out of it, unless the frame is matched exactly. What is left then is where this pair disagrees with the look.</p>
<dl class="facts">${facts.join('')}</dl>`;
}

function guessedCaption(share: number): string {
  return share < 0.005
    ? 'No color of the photo is a guess'
    : `Hatched: colors that no pair shows, ${Math.max(1, Math.round(100 * share))} % of the photo`;
}

function formatAlignment(pair: ReportPair, index: number, count: number): string {
  const { pictures } = pair;
  return `<section>
<h2>Alignment${count > 1 ? ` of pair ${index + 1}` : ''}</h2>
<div class="row two">
${formatFigure(pictures.edges, 'Edges of the film in orange, of the photo in blue, white where they coincide; hatched where the film is not trusted')}
${formatFigure(pictures.overlay, 'Film and photo in turns: where lines run on from square to square, they lie on each other')}
</div>
<div><p>${escapeHtml(pair.alignmentWords)}</p>
<dl>${pair.alignmentFacts.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl></div>
</section>`;
}

function formatHeadline(before: DifferenceSummary, look: DifferenceSummary): string {
  const gone = Math.round(100 * (1 - look.mean / before.mean));
  const sentence =
    gone > 0
      ? `${gone} % of the difference is gone.`
      : 'The look does not come nearer to the film than the photo already is.';
  return `<p class="big"><span class="from">ΔE ${before.mean.toFixed(1)}</span> → <span class="to">${look.mean.toFixed(1)}</span></p><p>${sentence}</p>`;
}

function formatCompare(before: ReportPicture, after: ReportPicture): string {
  return `<div class="compare">${formatImage(before, 'The digital photo as it is')}<div class="over">${formatImage(after, 'The photo with the look')}</div><span class="rule"></span><b class="left">Digital</b><b class="right">With the look</b><input type="range" min="0" max="100" value="50" step="0.1" aria-label="Position of the wipe between before and after"></div>`;
}

function formatFigure(picture: ReportPicture, caption: string): string {
  return `<figure>${formatImage(picture, caption)}<figcaption>${caption}</figcaption></figure>`;
}

function formatImage({ url, width, height }: ReportPicture, alt: string): string {
  return `<img src="${url}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`;
}
