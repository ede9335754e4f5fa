/** What a match says on the terminal. */
import { TEXTS } from '../app/texts';
import { describeMatchedFrame } from './matchedFrameReport';
import type { MatchReport } from './matchReport';
import { ownLightFacts } from './ownLight';
import { DELTA_E_HEAD, deltaERow, percent } from './print';

export function formatMatchSummary(report: MatchReport): string {
  const { name, alignment, before, look, stack, pairs, stacks, models, validation, clusters, coverage } =
    report;
  const parts = [
    `“${name}”: the film covers ${percent(alignment.overlap)} of the photo.`,
    `Difference to the film (ΔE2000; 1 is just visible side by side)\n${DELTA_E_HEAD}` +
      deltaERow('digital photo as it is', before.deltaE2000) +
      deltaERow('with the look', look.deltaE2000) +
      deltaERow('with the Photoshop layers', stack.deltaE2000),
  ];
  const own = pairs.flatMap((pair, i) => [
    `  ${i + 1}: ${short(pair.film)}\n`,
    ...ownLightFacts(pair.ownLight).map(({ name, value }) => `     ${name.padEnd(28)}${value}\n`),
  ]);
  parts.push(`Each frame’s own light, measured beside the look\n${own.join('')}`);
  if (report.matchedFrame) parts.push(describeMatchedFrame(report.matchedFrame));
  if (pairs.length > 1) {
    const rows = pairs.map((pair, i) => deltaERow(`${i + 1}: ${short(pair.film)}`, pair.residual));
    parts.push(`What the look leaves of each pair (ΔE2000)\n${DELTA_E_HEAD}${rows.join('')}`);
  }
  if (validation) {
    const rows = validation.map(
      ({ pair, before: untouched, asShot, nuisancesRemoved }) =>
        deltaERow(`${pair}: as it is`, untouched) +
        deltaERow('   look of the others', asShot) +
        deltaERow('   exposure removed', nuisancesRemoved),
    );
    parts.push(`Each pair with the look of the others (ΔE2000)\n${DELTA_E_HEAD}${rows.join('')}`);
  }
  parts.push(
    `Layers against the look, over natural colors (ΔE2000)\n${DELTA_E_HEAD}` +
      stacks.map(({ kind, palette }) => deltaERow(TEXTS.stacks[kind], palette)).join(''),
  );
  if (models.length > 0) {
    const rows = models.map(({ model, heldOut }) => deltaERow(TEXTS.models[model], heldOut));
    parts.push(`Models on colors held out (ΔE2000)\n${DELTA_E_HEAD}${rows.join('')}`);
  }
  const cells = (texts: readonly string[]): string => texts.map((text) => text.padStart(8)).join('');
  parts.push(
    `Colors of the scene (mean ΔE2000)\n  ${''.padEnd(28)}${cells(['share', 'before', 'look'])}\n` +
      clusters
        .map(
          (cluster) =>
            `  ${TEXTS.regions[cluster.region].padEnd(28)}` +
            `${cells([percent(cluster.share), cluster.before.toFixed(2), cluster.look.toFixed(2)])}\n`,
        )
        .join(''),
  );
  const guessed = coverage.filter(({ verdict }) => verdict === 'extrapolated');
  if (guessed.length > 0) {
    parts.push(
      `Not shown by any pair, so guessed: ${guessed.map(({ region }) => TEXTS.regions[region]).join('; ')}.`,
    );
  }
  return parts.map((part) => (part.endsWith('\n') ? part : `${part}\n`)).join('\n');
}

function short(file: string): string {
  const name = file.replace(/^.*[\\/]/, '');
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}
