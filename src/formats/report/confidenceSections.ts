/** The parts of the report that say how far the look is to be trusted. */
import { formatCoveragePlot } from './coveragePlot';
import { formatDifferenceTable } from './differenceTable';
import { escapeHtml } from './escapeHtml';
import type { ReportContent } from './reportContent';
import { formatSceneTable } from './sceneTable';
import { formatUncertainty } from './uncertaintyPlot';

export function formatScene({ scene }: ReportContent): string {
  if (scene.length === 0) return '';
  return `<section>
<h2>Colors of the scene</h2>
<p class="soft">What the photo is made of, by the names that such colors often have. The chip shows the color in the photo and, right of it, on film.</p>
${formatSceneTable(scene)}
</section>`;
}

export function formatSeen({ coverage, named, uncertainty }: ReportContent): string {
  if (named.length === 0) return '';
  const chips = named.map(
    ({ name, verdict, isGuessed }) =>
      `<li class="${isGuessed ? 'guessed' : 'known'}">${escapeHtml(name)}<span>${escapeHtml(verdict)}</span></li>`,
  );
  return `<section>
<h2>Seen and guessed</h2>
<p>Filled dots are colors that film and photo both show: there the look is measured. Rings are colors that no pair shows: there it follows from its neighbours and from what film usually does.</p>
${formatCoveragePlot(coverage)}
<p class="soft">Each plot is a color wheel: red to the right, yellow up, green to the left, blue down, gray in the middle.</p>
<ul class="chips">${chips.join('')}</ul>
${formatUncertainty(uncertainty)}
</section>`;
}

export function formatValidation({ validation }: ReportContent): string {
  if (validation.length === 0) return '';
  return `<section>
<h2>On scenes that the look has not seen</h2>
<p class="soft">Each pair with the look that the other pairs gave: what to expect of a new picture.</p>
${formatDifferenceTable(validation, 'results')}
</section>`;
}

export function formatStacks({ stacks }: ReportContent): string {
  if (stacks.length === 0) return '';
  return `<h3 class="sub">How near each kind of layers comes to the look</h3>
${formatDifferenceTable(stacks, 'results')}
<p class="soft">ΔE between layers and look over some 570 colors of photographs.</p>`;
}

export function formatModels({ models }: ReportContent): string {
  if (models.length === 0) return '';
  return `<section>
<h2>Other models</h2>
<p class="soft">Each model learned all pairs but one or, of a single pair, three quarters of the colors in groups of neighbours, and was asked for the rest; in turns, so that every color was asked for once. The light that is each frame’s own is put back first.</p>
${formatDifferenceTable(models, 'results')}
</section>`;
}
