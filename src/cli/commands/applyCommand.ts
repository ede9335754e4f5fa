import fs from 'node:fs/promises';
import path from 'node:path';
import { seedOfName } from '../../engine/grain/grainNoise';
import { imageTypeOfFileName } from '../../formats/image/encodeImage';
import type { Style } from '../../formats/style/style';
import { APPLY_OPTIONS, readHowToApply, readJobs, type HowToApply } from '../apply/applyOptions';
import { applyMany, exitCodeOf, temporaryFor, type ApplyManyReport } from '../apply/applyMany';
import { applyToFile } from '../apply/applyToFile';
import { applyWithTexture, type TextureAmounts } from '../apply/applyWithTexture';
import { listInputs, readList } from '../apply/listInputs';
import { createStyleMapper } from '../apply/pixelMapper';
import type { CliContext, Command } from '../context';
import type { ExitCode } from '../exitCodes';
import { checkWritableDirectory, checkWritableFile } from '../files';
import { outputType } from '../outputType';
import { printJson, printWarnings, rounded } from '../print';
import { createProgress } from '../progress';
import { readOptions, required, type OptionValues } from '../readOptions';
import { readStyle } from '../readStyle';
import { UsageError } from '../usageError';

type Values = OptionValues<typeof APPLY_OPTIONS>;

export const applyCommand: Command = {
  name: 'apply',
  summary: 'apply a style to a picture, or to a folder of them',
  help: `Usage: filmfit apply STYLE IMAGE --out FILE [--as stack|lut] [--strength 0..1]
                     [--grain 0..2] [--halation 0..2] [--json]
       filmfit apply STYLE IMAGE|FOLDER … --out FOLDER [--list FILE] [--jobs N] [--as …] [--strength …] [--json]

Keeps the picture’s bit depth, ICC profile, EXIF (with its orientation), XMP and resolution.

  STYLE           a .filmfit file, or the style.json that a match has written
  IMAGE           TIFF or PNG with 8 or 16 bits, or JPEG
  FOLDER          every picture in it and in the folders in it
  --out FILE      the result: .tif, .png or .jpg
  --out FOLDER    for many: each result has the name of its picture. What an earlier run has finished is not done again,
                  unless the style or the picture has changed. A picture that fails stops nothing; failures are listed
                  at the end
  --list FILE     more pictures, one path a line
  --jobs N        how many pictures at a time (default: as many as there are processors)
  --as lut        the look itself, as in look.cube (this is the default)
  --as stack      what the Photoshop layers make of the picture
  --strength S    0 leaves the picture as it is, 1 is the whole style (default 1)
  --grain G       the film’s grain on top, G times as strong as measured (default 0)
  --halation H    the film’s glow around highlights, H times as strong as measured (default 0)
  --json          print one JSON object about what was written

TIFFs are worked on in strips, in little memory whatever their size.
`,

  async run(args, context) {
    const { values, positionals } = readOptions(args, APPLY_OPTIONS, ['STYLE'], { more: true });
    const [styleFile, ...given] = positionals;
    const out = required(values.out, 'out');
    const how = readHowToApply(values);
    const jobs = readJobs(values.jobs);
    if (given.length === 0 && !values.list) throw new UsageError('IMAGE is missing.');
    if (await isForMany(given, out, values)) {
      if (hasTexture(how.texture))
        throw new UsageError('--grain and --halation are for one picture at a time.');
      await checkWritableDirectory(out);
      const style = await readStyle(styleFile);
      const listed = values.list ? await readList(values.list) : [];
      const inputs = await listInputs([...given, ...listed], out);
      if (inputs.length === 0) throw new UsageError('There are no pictures to apply the style to.');
      const started = performance.now();
      const report = await applyMany(style, inputs, { folder: out, jobs, ...how }, context);
      return tellMany(report, performance.now() - started, values, context);
    }
    if (given.length > 1) throw new UsageError('For several pictures --out is a folder.');
    await applyOne(styleFile, given[0], out, how, values, context);
  },
};

/** A folder comes in, or the output is no file of a picture. */
async function isForMany(given: readonly string[], out: string, values: Values): Promise<boolean> {
  if (values.list || given.length > 1) return true;
  const isFolder = async (name: string): Promise<boolean> =>
    (await fs.stat(name).catch(() => null))?.isDirectory() ?? false;
  if (await isFolder(given[0])) return true;
  return imageTypeOfFileName(out) === null && (path.extname(out) === '' || (await isFolder(out)));
}

async function applyOne(
  styleFile: string,
  input: string,
  out: string,
  { mode, strength, texture }: HowToApply,
  values: Values,
  context: CliContext,
): Promise<void> {
  const type = outputType(out);
  await checkWritableFile(out);
  const progress = createProgress(context);
  const started = performance.now();
  try {
    progress.show({ stage: 'read', fraction: 0 });
    const style: Style = await readStyle(styleFile);
    const file = {
      input,
      output: out,
      temporary: temporaryFor(out),
      type,
      mode,
      strength,
      styleSpace: style.look.space,
    };
    const watch = {
      signal: context.signal,
      onProgress: (fraction: number) => progress.show({ stage: 'render', fraction }),
    };
    const { warnings, ...applied } = hasTexture(texture)
      ? await applyWithTexture(file, style, texture, watch)
      : await applyToFile(file, createStyleMapper(style), watch);
    progress.end();
    printWarnings(warnings, context);
    if (values.json) {
      const timingMs = { total: Math.round(performance.now() - started) };
      printJson(
        {
          file: out,
          as: mode,
          strength,
          ...texture,
          ...seedOf(style, texture),
          ...applied,
          timingMs,
          warnings,
        },
        context,
      );
      return;
    }
    context.stdout(`Wrote ${out}.\n`);
  } finally {
    progress.end();
  }
}

function tellMany(report: ApplyManyReport, ms: number, values: Values, context: CliContext): ExitCode {
  const { applied, skipped, failed, megapixels } = report;
  const perSecond = rounded((1000 * megapixels) / ms);
  if (values.json) {
    printJson({ ...report, megapixelsPerSecond: perSecond, timingMs: { total: Math.round(ms) } }, context);
  } else {
    for (const { warnings } of applied) printWarnings(warnings, context);
    const parts = [`Wrote ${applied.length} pictures (${perSecond} megapixels a second)`];
    if (skipped.length > 0) parts.push(`${skipped.length} were there already`);
    if (failed.length > 0) parts.push(`${failed.length} failed`);
    context.stdout(`${parts.join(', ')}.\n`);
  }
  for (const { error } of failed) context.stderr(`${error.message}\n  ${error.remedy}\n`);
  return exitCodeOf(report);
}

function hasTexture({ grain, halation }: TextureAmounts): boolean {
  return grain > 0 || halation > 0;
}

/** The same seed gives the same grain. */
function seedOf({ look }: Style, { grain }: TextureAmounts): { seed?: number } {
  return grain > 0 ? { seed: seedOfName(look.name) } : {};
}
