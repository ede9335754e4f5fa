import { createThreadCompute } from '../../compute/threadCompute';
import { alignmentOf } from '../alignmentReport';
import type { AlignmentReport } from '../alignmentReport';
import type { Command } from '../context';
import { checkWritableFile, writeFileSafely } from '../files';
import { nodeDeflate } from '../nodeDeflate';
import { NotAlignedError } from '../notAlignedError';
import { outputType } from '../outputType';
import { percent, pixels, printJson, printWarnings } from '../print';
import { createProgress } from '../progress';
import { PAIR_HINTS_HELP, pairOptionTable, readPairs } from '../readPairOptions';
import { readOptions } from '../readOptions';
import { readPair } from '../readPair';
import { UsageError } from '../usageError';
import { encodeImage } from '../../formats/image/encodeImage';
import { warpFilmToDigital } from '../warpFilmToDigital';

export const alignCommand: Command = {
  name: 'align',
  summary: 'lay a film scan onto the digital photo of the same scene',
  help: `Usage: filmfit align --film FILM --digital DIGITAL [--points FILE] [--polarity WHICH] [--out FILE] [--json]

Finds where the film frame lies on the digital photo, whatever its tones and colors, its framing, rotation and size.

  --film FILM         the film scan (TIFF or PNG with 8 or 16 bits, or JPEG)
  --digital DIGITAL   the digital photo of the same scene
${PAIR_HINTS_HELP}
  --out FILE          also write the film picture, warped onto the digital photo's pixels
                      (.tif or .png: transparent where the film does not reach; .jpg: black)
  --json              print the result as one JSON object:
                        status       "ok", or why the pictures could not be aligned
                        homography   row-major 3×3, film pixel → digital pixel, at full size and upright,
                                     pixel centers at integers
                        errorPx      median residual in digital pixels
                        inliers      how many independent measurements agree
                        overlap      share of the digital photo that the film covers, 0 to 1
                        confidence   probability that the result is right, 0 to 1
                        points       with --points: how far each pair is from the result, in digital pixels
`,

  async run(args, context) {
    const options = { ...pairOptionTable(args), out: 'text', json: 'flag' } as const;
    const { values } = readOptions(args, options);
    const pairs = readPairs(values);
    if (pairs.length > 1) throw new UsageError('align takes one pair.');
    const { out, json = false } = values;
    const type = out === undefined ? null : outputType(out);
    if (out !== undefined) await checkWritableFile(out);
    const progress = createProgress(context);
    const compute = createThreadCompute();
    const started = performance.now();
    try {
      progress.show({ stage: 'read', fraction: 0 });
      const pair = await readPair(pairs[0]);
      const readMs = performance.now() - started;
      const { output } = await compute.run('align', pair.images, {
        signal: context.signal,
        onProgress: progress.show,
      });
      const report = alignmentOf(output.alignment, pair);
      if (report.status !== 'ok') {
        progress.end();
        printWarnings(pair.warnings, context);
        throw new NotAlignedError(report.status, pairs[0].film, pairs[0].digital, {
          ...report,
          warnings: pair.warnings,
        });
      }
      if (out !== undefined && type !== null) {
        progress.show({ stage: 'align.warp', fraction: 1 });
        const warped = await warpFilmToDigital(pair, output.alignment, type !== 'jpeg', context.signal);
        await writeFileSafely(out, encodeImage(warped, type, { deflate: nodeDeflate }));
      }
      progress.end();
      printWarnings(pair.warnings, context);
      if (json) {
        const timingMs = { read: Math.round(readMs), total: Math.round(performance.now() - started) };
        printJson({ ...report, timingMs, warnings: pair.warnings }, context);
        return;
      }
      context.stdout(
        `Aligned: the film covers ${percent(report.overlap)} of the photo; typical error ${pixels(report.errorPx)}, ` +
          `${report.inliers} measurements agree, confidence ${percent(report.confidence)}.\n` +
          (report.points === undefined ? '' : pointsSentence(report.points)) +
          (out === undefined ? '' : `The warped film is in ${out}.\n`),
      );
    } finally {
      progress.end();
      compute.dispose();
    }
  },
};

function pointsSentence({ residualsPx, isRefined }: NonNullable<AlignmentReport['points']>): string {
  const basis = isRefined
    ? 'The pictures agree with your points and refined them.'
    : 'Nothing in the pictures could refine your points; they stand alone.';
  return `${basis} Off by ${residualsPx.map(pixels).join(', ')}.\n`;
}
