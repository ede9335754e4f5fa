import path from 'node:path';
import { createThreadCompute } from '../../compute/threadCompute';
import type { Estimation } from '../../engine/estimation';
import { alignmentOf } from '../alignmentReport';
import type { Command } from '../context';
import { checkWritableDirectory, writeFilesSafely } from '../files';
import {
  FILM_OPTIONS,
  FILM_OPTIONS_HELP,
  filmDetails,
  readFilmFormat,
  readFilmOptions,
} from '../filmOptions';
import { matchFiles } from '../matchFiles';
import { reportMatch } from '../matchReport';
import { NotAlignedError } from '../notAlignedError';
import {
  MATCH_OPTIONS_HELP,
  readMatchFrame,
  readModel,
  readPairWeights,
  readStackKind,
} from '../matchOptions';
import { formatMatchSummary } from '../matchSummary';
import { printJson, printWarnings } from '../print';
import { createProgress } from '../progress';
import { PROVENANCE_HELP, PROVENANCE_OPTIONS, readFacts } from '../provenanceOptions';
import { numberPairs, PAIR_HINTS_HELP, pairOptionTable, readPairs } from '../readPairOptions';
import { readFlat } from '../readFlat';
import { readOptions, required } from '../readOptions';
import { checkNewPair, readPair } from '../readPair';
import type { ReadPair } from '../readPair';
import { stageTimes } from '../stageTimes';
import { describeTexture } from '../textureReport';
import { UsageError } from '../usageError';

const MAX_NAME = 200;

const OPTIONS = {
  name: 'text',
  out: 'text',
  stack: 'text',
  model: 'text',
  'compare-models': 'flag',
  'leave-out': 'text',
  'mask-sky': 'flag',
  'match-frame': 'text',
  ...FILM_OPTIONS,
  ...PROVENANCE_OPTIONS,
  json: 'flag',
} as const;

export const matchCommand: Command = {
  name: 'match',
  summary: 'learn the look of a film scan from a digital photo of the same scene',
  help: `Usage: filmfit match --film FILM --digital DIGITAL [--points FILE] [--polarity WHICH]
                     [--film FILM --digital DIGITAL …] [--name NAME] [--stack KIND] [--model MODEL]
                     [--compare-models] [--leave-out N] [--mask-sky] [--match-frame N] [--negative KIND]
                     [--linear] [--flat FILE] [--no-grain] [--no-halation] [--stock TEXT …] --out DIR [--json]

Lays the film onto the photo, learns what the film did to tone and color, and writes it in several forms.

  --film FILM         the film scan (TIFF or PNG with 8 or 16 bits, or JPEG)
  --digital DIGITAL   the digital photo of the same scene
${PAIR_HINTS_HELP}
                      --film and --digital again: a second pair of the same film, and so on; more pairs, more
                      colors to learn from (--film2, --digital2 do the same)
${MATCH_OPTIONS_HELP}
  --name NAME         the name of the look (default: the name of the film file)
${FILM_OPTIONS_HELP}${PROVENANCE_HELP}  --out DIR           the folder for the results; it is made when it does not exist:
                        style.json    the look; for filmfit apply, evaluate and export, and for the panel
                        look.cube     the look as a 3D LUT of 33 steps
                        stack.json    the Photoshop layers in Photoshop’s own units
                        stack.psd     the digital photo with those layers, live
                        report.html   pictures, curves and numbers to look at
                        report.json   the same numbers for programs
  --json              print the numbers as one JSON object: alignment, before, look, stack, stacks,
                      models, validation, matchedFrame, clusters, coverage, uncertainty, pairs,
                      timingMs, warnings
`,

  async run(args, context) {
    const numbered = numberPairs(args);
    const options = { ...pairOptionTable(numbered), ...OPTIONS } as const;
    const { values } = readOptions(numbered, options);
    const paths = readPairs(values);
    const out = required(values.out, 'out');
    const name = readName(values.name ?? path.parse(paths[0].film).name);
    const choices = {
      stack: readStackKind(values.stack),
      model: readModel(values.model),
      pairWeights: readPairWeights(values['leave-out'], paths.length),
      matchFrame: readMatchFrame(values['match-frame'], paths.length),
      compareStacks: true,
      compareModels: values['compare-models'] === true,
      maskSky: values['mask-sky'] === true,
      ...readFilmOptions(values),
    };
    const facts = readFacts(values);
    const filmFormat = readFilmFormat(values['film-format']);
    await checkWritableDirectory(out);
    const progress = createProgress(context);
    const compute = createThreadCompute();
    const started = performance.now();
    try {
      progress.show({ stage: 'read', fraction: 0 });
      const pairs: ReadPair[] = [];
      for (const pair of paths) {
        context.signal.throwIfAborted();
        const read = await readPair(pair, pairs[0]?.digital.space);
        checkNewPair(read, pairs);
        pairs.push(read);
      }
      const scans = pairs.map(({ film }) => film);
      const flat =
        values.flat === undefined ? null : await readFlat(values.flat, scans, pairs[0].digital.space);
      const readMs = performance.now() - started;
      const { output, timesMs } = await compute.run(
        'estimate',
        {
          pairs: pairs.map((pair) => pair.images),
          name,
          ...choices,
          flats: pairs.map(() => flat),
          details: filmDetails(pairs),
        },
        { signal: context.signal, onProgress: progress.show },
      );
      if (output.status === 'unaligned') throw notAligned(output, pairs);
      progress.show({ stage: 'export', fraction: 1 });
      const computed = performance.now();
      const report = reportMatch(output, pairs, { ...stageTimes(timesMs), read: readMs });
      const files = matchFiles(output, pairs, report, facts, new Date(), filmFormat);
      await writeFilesSafely(out, files, context.signal);
      progress.end();
      printWarnings(report.warnings, context);
      if (values.json) {
        const timingMs = {
          ...report.timingMs,
          write: Math.round(performance.now() - computed),
          total: Math.round(performance.now() - started),
        };
        const written = Object.fromEntries([...files.keys()].map((file) => [file, path.join(out, file)]));
        printJson({ ...report, timingMs, files: written }, context);
        return;
      }
      context.stdout(
        `${formatMatchSummary(report)}${describeTexture(output, filmFormat)}\nWrote ${[...files.keys()].join(', ')} to ${out}.\n`,
      );
    } finally {
      progress.end();
      compute.dispose();
    }
  },
};

function readName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > MAX_NAME) throw new UsageError(`--name has 1 to ${MAX_NAME} characters.`);
  return name;
}

function notAligned(
  { pairIndex, alignment }: Extract<Estimation, { status: 'unaligned' }>,
  pairs: readonly ReadPair[],
): NotAlignedError {
  const pair = pairs[pairIndex];
  return new NotAlignedError(alignment.status, pair.film.path, pair.digital.path, {
    alignment: alignmentOf(alignment, pair),
    warnings: pairs.flatMap(({ warnings }) => warnings),
  });
}
