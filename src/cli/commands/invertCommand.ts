import path from 'node:path';
import { createThreadCompute } from '../../compute/threadCompute';
import { NEGATIVE_KINDS, type Inversion, type NegativeKind } from '../../engine/negative/inversion';
import type { ScanArea } from '../../engine/negative/measureFilmBase';
import type { RgbImage } from '../../engine/image/rgbImage';
import { flattenField } from '../../engine/negative/flattenField';
import { adjustInversion } from '../../engine/negative/adjustInversion';
import { projectInversion } from '../../engine/negative/projectInversion';
import { UserError } from '../../engine/userError';
import { encodeImage } from '../../formats/image/encodeImage';
import { orientRaster } from '../../formats/image/orientation';
import { toRgbPixels } from '../../formats/image/toRgbPixels';
import { formatInversion, parseInversion } from '../../formats/inversion/inversionFile';
import { writeStackPsd } from '../../formats/psd/writePsd';
import { rasterToRgbImage } from '../../formats/image/rasterToRgbImage';
import type { Raster } from '../../formats/image/raster';
import { rgbImageToRaster } from '../../formats/image/rgbImageToRaster';
import { scannerCurveWords } from '../../app/negative/inversionWords';
import { readScanGamma } from '../filmOptions';
import type { Command } from '../context';
import { checkWritableFile, readTextFile, writeFileSafely } from '../files';
import { inversionOfScan, inversionWithPhoto, type FindInversionOptions } from '../findInversion';
import { invertRaster } from '../invertRaster';
import { nodeDeflate } from '../nodeDeflate';
import { outputType } from '../outputType';
import { printJson, printWarnings } from '../print';
import { createProgress } from '../progress';
import { readOptions } from '../readOptions';
import { readFlat } from '../readFlat';
import { readPicture, type Picture } from '../readPicture';
import { UsageError } from '../usageError';
import { warning } from '../warning';

export const invertCommand: Command = {
  name: 'invert',
  summary: 'turn a scanned negative into a positive',
  help: `Usage: filmfit invert SCAN [--digital PHOTO | --inversion FILE] [--out FILE] [--save FILE] [--layers FILE]
                      [--kind KIND] [--linear | --scan-gamma G] [--flat FILE] [--base X,Y,W,H] [--base-from FILE]
                      [--exposure EV] [--contrast PERCENT] [--json]

Inverts in densities over the film base. With a digital photo of the scene the contrast, the neutrals and the crosstalk
of the dyes are fitted to it; what was saved of one frame inverts the others of the roll.

  SCAN                the negative as it was scanned (TIFF or PNG with 8 or 16 bits, or JPEG)
  --digital PHOTO     a digital photo of the same scene
  --inversion FILE    numbers saved before with --save, or the style of a match with a negative
  --out FILE          the positive: .tif or .png (16 bits), or .jpg
  --save FILE         the numbers, for other frames of the roll (.json)
  --layers FILE       the scan with the inversion as live Photoshop layers (.psd)
  --kind KIND         what the scan is, when Filmfit cannot tell: ${NEGATIVE_KINDS.join(', ')}
                      (color-pale: a color negative under narrow-band light)
  --linear            the scan is in linear light
  --scan-gamma G      it was encoded with this gamma (0.5 to 4), whatever its profile says
  --flat FILE         the light without film, framed as the scan; what is uneven is taken out of --out and --layers
  --base X,Y,W,H      unexposed film in the scan (or in --base-from), in pixels
  --base-from FILE    another scan of the same film and light that shows unexposed film, such as the leader
  --exposure EV       lighter or darker by so many stops (default 0); not part of what is saved
  --contrast PERCENT  harder or softer around middle gray (50 to 200, default 100); not part of what is saved
  --json              print the numbers as one JSON object
`,

  async run(args, context) {
    const table = {
      digital: 'text',
      inversion: 'text',
      out: 'text',
      save: 'text',
      layers: 'text',
      kind: 'text',
      linear: 'flag',
      'scan-gamma': 'text',
      flat: 'text',
      base: 'text',
      'base-from': 'text',
      exposure: 'text',
      contrast: 'text',
      json: 'flag',
    } as const;
    const { values, positionals } = readOptions(args, table, ['SCAN']);
    const { out, save, layers, digital } = values;
    if (!out && !save && !layers) throw new UsageError('One of --out, --save and --layers is needed.');
    if (digital && values.inversion) throw new UsageError('--digital and --inversion exclude each other.');
    const type = out === undefined ? null : outputType(out);
    for (const file of [out, save, layers]) if (file !== undefined) await checkWritableFile(file);
    const kind = readKind(values.kind);
    const scanGamma = readScanGamma(values);
    const baseArea = readArea(values.base);
    const adjustment = { exposureEv: readExposure(values.exposure), contrast: readContrast(values.contrast) };
    const progress = createProgress(context);
    const compute = createThreadCompute();
    try {
      progress.show({ stage: 'read', fraction: 0 });
      const scan = await readPicture(positionals[0]);
      const flat = values.flat === undefined ? null : await readFlat(values.flat, [scan], scan.space);
      const baseFrom = values['base-from'] === undefined ? null : await readPicture(values['base-from']);
      const find: FindInversionOptions = { kind, scanGamma, baseArea, baseFrom, flat };
      const inversion =
        values.inversion !== undefined
          ? await readInversion(values.inversion, scan)
          : digital !== undefined
            ? await inversionWithPhoto(scan, {
                ...find,
                digital,
                compute,
                signal: context.signal,
                onProgress: progress.show,
              })
            : inversionOfScan(scan, find);
      if (out !== undefined && type !== null) {
        const positive = await invertRaster(scan.raster, adjustInversion(inversion, adjustment), {
          flat,
          signal: context.signal,
          onProgress: (fraction) => progress.show({ stage: 'render', fraction }),
        });
        await writeFileSafely(out, encodeImage(positive, type, { deflate: nodeDeflate }));
      }
      if (save !== undefined) await writeFileSafely(save, formatInversion(inversion));
      if (layers !== undefined)
        await writeFileSafely(layers, layeredScan(scan, adjustInversion(inversion, adjustment), flat));
      progress.end();
      const warnings = [
        ...scan.warnings,
        ...(inversion.origin === 'blind' ? [warning('negative-blind', {})] : []),
      ];
      printWarnings(warnings, context);
      if (values.json) printJson({ inversion, out, save, layers, warnings }, context);
      else context.stdout(describe(inversion, [out, save, layers]));
    } finally {
      progress.end();
      compute.dispose();
    }
  },
};

function readKind(text: string | undefined): NegativeKind | null {
  if (text === undefined) return null;
  const kind = NEGATIVE_KINDS.find((candidate) => candidate === text);
  if (!kind) throw new UsageError(`--kind is one of ${NEGATIVE_KINDS.join(', ')}, not “${text}”.`);
  return kind;
}

function readArea(text: string | undefined): ScanArea | null {
  if (text === undefined) return null;
  const match = /^(\d+),(\d+),(\d+),(\d+)$/.exec(text);
  if (!match) throw new UsageError('--base is four whole numbers of pixels: left,top,width,height.');
  const [left, top, width, height] = match.slice(1).map(Number);
  return { left, top, right: left + width, bottom: top + height };
}

function readExposure(text: string | undefined): number {
  if (text === undefined) return 0;
  const exposureEv = /^-?\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  if (!(Math.abs(exposureEv) <= 5))
    throw new UsageError(`--exposure is a number from -5 to 5, not “${text}”.`);
  return exposureEv;
}

function readContrast(text: string | undefined): number {
  if (text === undefined) return 1;
  const percent = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(percent >= 50 && percent <= 200))
    throw new UsageError(`--contrast is a whole number of percent from 50 to 200, not “${text}”.`);
  return percent / 100;
}

async function readInversion(file: string, scan: Picture): Promise<Inversion> {
  const inversion = parseInversion(await readTextFile(file), file);
  if (inversion.space !== scan.space) {
    throw new UserError('inversion-other-space', {
      file,
      scan: scan.path,
      space: inversion.space,
      scanSpace: scan.space,
    });
  }
  return inversion;
}

function layeredScan(
  { raster: stored, path: file }: Picture,
  inversion: Inversion,
  flat: RgbImage | null,
): Uint8Array {
  const upright = orientRaster(stored);
  const raster = flat ? flattenedRaster(upright, flat, inversion) : upright;
  const { width, height, bitDepth, iccProfile, channels } = raster;
  return writeStackPsd({
    width,
    height,
    bitsPerChannel: bitDepth,
    pixels: toRgbPixels(raster),
    ...(iccProfile && channels >= 3 && { iccProfile }),
    stack: projectInversion(inversion, `Inversion of ${path.parse(file).name}`),
  });
}

function flattenedRaster(raster: Raster, flat: RgbImage, { space, scanGamma }: Inversion): Raster {
  const even = flattenField(rasterToRgbImage(raster, { space }), flat, scanGamma);
  return { ...raster, ...rgbImageToRaster(even, raster.bitDepth === 8 ? 8 : 16) };
}

const KIND_WORDS: Readonly<Record<NegativeKind, string>> = {
  color: 'Color negative with an orange mask',
  'color-pale': 'Color negative with a pale mask',
  'black-and-white': 'Black-and-white negative',
};

function describe(inversion: Inversion, files: readonly (string | undefined)[]): string {
  const row = (name: string, values: readonly number[]): string =>
    `  ${name.padEnd(28)}${values.map((value) => value.toFixed(2).padStart(8)).join('')}\n`;
  return (
    `${KIND_WORDS[inversion.kind]}, ${inversion.origin === 'blind' ? 'inverted from the scan alone' : 'inverted with the digital photo'}.\n\n` +
    `  ${''.padEnd(28)}${['red', 'green', 'blue'].map((text) => text.padStart(8)).join('')}\n` +
    row(
      'density of the film base',
      inversion.base.map((light) => -Math.log10(light)),
    ) +
    row('highest density above it', inversion.maxDensity) +
    row('contrast (print over film)', inversion.gamma) +
    row('offset', inversion.offset) +
    `\n${scannerCurveWords(inversion)}\n\nWrote ${files.filter((file) => file !== undefined).join(', ')}.\n`
  );
}
