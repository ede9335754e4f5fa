import { createThreadCompute } from '../../compute/threadCompute';
import { comparePictures } from '../../engine/metrics/comparePictures';
import type { Comparison } from '../../engine/metrics/comparePictures';
import { averagePatches } from '../../engine/metrics/patches';
import { renderLook } from '../../engine/render/renderLook';
import { renderStack } from '../../engine/render/renderStack';
import { alignmentOf } from '../alignmentReport';
import type { Command } from '../context';
import { NotAlignedError } from '../notAlignedError';
import { deltaE, DELTA_E_HEAD, deltaERow, printJson, printWarnings, rounded } from '../print';
import { createProgress } from '../progress';
import { pairOptionTable, readPairs } from '../readPairOptions';
import { readOptions } from '../readOptions';
import { readPair } from '../readPair';
import { readStyle } from '../readStyle';
import { UsageError } from '../usageError';

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'measure a style on a pair that it was not made from',
  help: `Usage: filmfit evaluate STYLE --film FILM --digital DIGITAL [--json]

Measures how far the film is from the digital photo before and after the style, where the two show the same thing.

  STYLE               a style.json that a match has written
  --film FILM         the film scan (TIFF or PNG with 8 or 16 bits, or JPEG)
  --digital DIGITAL   the digital photo of the same scene
  --json              print the result as one JSON object: before, look (the style itself) and stack (its Photoshop
                      layers), each with deltaE2000 and deltaE76 {mean, median, p95} and emd {L, a, b};
                      "after" is the same as "look"

ΔE counts how different two colors look: 1 is just visible side by side. EMD is how far the distribution of
lightness (L), green–red (a) and blue–yellow (b) would have to be moved.
`,

  async run(args, context) {
    const options = { ...pairOptionTable(args), json: 'flag' } as const;
    const { values, positionals } = readOptions(args, options, ['STYLE']);
    const pairs = readPairs(values);
    if (pairs.length > 1) throw new UsageError('evaluate takes one pair.');
    const progress = createProgress(context);
    const started = performance.now();
    progress.show({ stage: 'read', fraction: 0 });
    const style = await readStyle(positionals[0]);
    const pair = await readPair(pairs[0], style.look.space);
    const compute = createThreadCompute();
    try {
      const { output } = await compute.run('align', pair.images, {
        signal: context.signal,
        onProgress: progress.show,
      });
      const alignment = alignmentOf(output.alignment, pair);
      if (alignment.status !== 'ok') {
        throw new NotAlignedError(alignment.status, pairs[0].film, pairs[0].digital, { alignment });
      }
      progress.show({ stage: 'measure', fraction: 1 });
      const { digital, film, trust } = averagePatches(
        pair.images.digital,
        output.registeredFilm,
        output.reliability,
      );
      const before = comparePictures(digital, film, trust);
      const look = comparePictures(renderLook(digital, style.look), film, trust);
      const stack = comparePictures(renderStack(digital, style.stack), film, trust);
      progress.end();
      printWarnings(pair.warnings, context);
      if (values.json) {
        const after = summary(look);
        const result = {
          style: { file: positionals[0], name: style.look.name, space: style.look.space },
          alignment,
          before: summary(before),
          after,
          look: after,
          stack: summary(stack),
          timingMs: { total: Math.round(performance.now() - started) },
          warnings: pair.warnings,
        };
        printJson(result, context);
        return;
      }
      context.stdout(
        `“${style.look.name}” on ${pair.digital.name}: difference to the film\n\nΔE2000\n${DELTA_E_HEAD}` +
          rows(before, look, stack, 'deltaE2000') +
          `\nΔE76\n${DELTA_E_HEAD}` +
          rows(before, look, stack, 'deltaE76') +
          `\nEarth mover’s distance in Lab\n  ${''.padEnd(28)}${['L', 'a', 'b'].map((name) => name.padStart(8)).join('')}\n` +
          emdRow('digital photo as it is', before) +
          emdRow('with the look', look) +
          emdRow('with the Photoshop layers', stack),
      );
    } finally {
      progress.end();
      compute.dispose();
    }
  },
};

function summary({ deltaE76, deltaE2000, emd }: Comparison) {
  return {
    deltaE2000: deltaE(deltaE2000),
    deltaE76: deltaE(deltaE76),
    emd: { L: rounded(emd.L), a: rounded(emd.a), b: rounded(emd.b) },
  };
}

function rows(
  before: Comparison,
  look: Comparison,
  stack: Comparison,
  metric: 'deltaE76' | 'deltaE2000',
): string {
  return (
    deltaERow('digital photo as it is', before[metric]) +
    deltaERow('with the look', look[metric]) +
    deltaERow('with the Photoshop layers', stack[metric])
  );
}

function emdRow(name: string, { emd }: Comparison): string {
  return `  ${name.padEnd(28)}${[emd.L, emd.a, emd.b].map((value) => value.toFixed(2).padStart(8)).join('')}\n`;
}
