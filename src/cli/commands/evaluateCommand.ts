import { createThreadCompute } from '../../compute/threadCompute';
import { TEXTS } from '../../app/texts';
import type { Comparison } from '../../engine/metrics/comparePictures';
import { alignmentOf } from '../alignmentReport';
import { comparePair, type PairComparison } from '../comparePair';
import { comparisonReport } from '../comparisonReport';
import type { Command } from '../context';
import { NotAlignedError } from '../notAlignedError';
import { DELTA_E_HEAD, deltaERow, percent, printJson, printWarnings } from '../print';
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
                      layers), each with deltaE2000, deltaE76 and deltaEOk {mean, median, p95, max}, emd {L, a, b},
                      toneCurve, ssim and regions [{region, share, deltaE2000}]; "after" is the same as "look"

ΔE counts how different two colors look: 1 is just visible side by side. EMD is how far the distribution of
lightness (L), green–red (a) and blue–yellow (b) would have to be moved. Tone is how far lightness is off, tone by
tone. SSIM says how alike the structures are: 1 is the same.
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
      const compared = comparePair(pair.images.digital, output, style);
      const { before, look, stack } = compared;
      progress.end();
      printWarnings(pair.warnings, context);
      if (values.json) {
        const after = comparisonReport(look);
        const result = {
          style: { file: positionals[0], name: style.look.name, space: style.look.space },
          alignment,
          before: comparisonReport(before),
          after,
          look: after,
          stack: comparisonReport(stack),
          timingMs: { total: Math.round(performance.now() - started) },
          warnings: pair.warnings,
        };
        printJson(result, context);
        return;
      }
      context.stdout(
        `“${style.look.name}” on ${pair.digital.name}: difference to the film\n` +
          DELTA_E_NAMES.map(
            ({ key, name }) => `\n${name}\n${DELTA_E_HEAD}${differenceRows(compared, key)}`,
          ).join('') +
          `\nEarth mover’s distance in Lab, tone, SSIM\n  ${''.padEnd(28)}${['L', 'a', 'b', 'tone', 'SSIM'].map((head) => head.padStart(8)).join('')}\n` +
          ROWS.map(({ key, name }) => otherRow(name, compared[key])).join('') +
          `\nMean ΔE2000 by color\n  ${''.padEnd(28)}${['share', 'before', 'look', 'layers'].map((head) => head.padStart(8)).join('')}\n` +
          regionRows(compared),
      );
    } finally {
      progress.end();
      compute.dispose();
    }
  },
};

const ROWS = [
  { key: 'before', name: 'digital photo as it is' },
  { key: 'look', name: 'with the look' },
  { key: 'stack', name: 'with the Photoshop layers' },
] as const;

const DELTA_E_NAMES = [
  { key: 'deltaE2000', name: 'ΔE2000' },
  { key: 'deltaE76', name: 'ΔE76' },
  { key: 'deltaEOk', name: 'ΔE in OKLab (× 100)' },
] as const;

function differenceRows(compared: PairComparison, metric: (typeof DELTA_E_NAMES)[number]['key']): string {
  return ROWS.map(({ key, name }) => deltaERow(name, compared[key][metric])).join('');
}

function otherRow(name: string, { emd, toneCurve, ssim }: Comparison): string {
  const cells = [emd.L, emd.a, emd.b, toneCurve].map((value) => value.toFixed(2));
  return `  ${name.padEnd(28)}${[...cells, ssim?.toFixed(3) ?? '–'].map((cell) => cell.padStart(8)).join('')}\n`;
}

function regionRows({ before, look, stack }: PairComparison): string {
  return before.regions
    .map(({ region, share, deltaE2000 }, i) => {
      const means = [deltaE2000, look.regions[i].deltaE2000, stack.regions[i].deltaE2000];
      const cells = [percent(share), ...means.map(({ mean }) => mean.toFixed(2))];
      return `  ${TEXTS.regions[region].padEnd(28)}${cells.map((cell) => cell.padStart(8)).join('')}\n`;
    })
    .join('');
}
